// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.FailoverRole;

/**
 * One appliance as it is listed by {@code get_appliances}.
 *
 * @param id its id
 * @param name its own host name
 * @param publicHostName the name of the site
 * @param clusterRole its part in a cluster
 * @param failoverRole the role that is told of it
 * @param acceptingConnections whether it accepts connections; always true outside of a cluster
 * @param timezoneOffset how many seconds it is away from UTC
 * @source D-APPL
 * @since 0.1
 */
public record ListedAppliance(
    ApplianceId id,
    String name,
    String publicHostName,
    AtlasRole clusterRole,
    FailoverRole failoverRole,
    boolean acceptingConnections,
    int timezoneOffset) {

  /** Checks that nothing is null. */
  public ListedAppliance {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(publicHostName, "publicHostName");
    requireNonNull(clusterRole, "clusterRole");
    requireNonNull(failoverRole, "failoverRole");
  }
}
