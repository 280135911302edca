// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One appliance of a site, as an appliance of that site lists it: itself, its peer, or another node
 * of their cluster.
 *
 * <p>What is told of another appliance may be old. How old is not documented, nor what is told of
 * one that cannot be reached; so a role in a list is a hint, and {@code check_health} of that very
 * appliance decides.
 *
 * @param id which appliance it is
 * @param name its name; null if it was not told
 * @param publicHostName the host name that users go to; null if it was not told
 * @param clusterRoleText its part in a cluster, in the word that came; null if it was not told
 * @param failoverRoleText its role in a pair, in the word that came; null if it was not told
 * @param acceptingConnections whether it accepts users; always true outside of a cluster. Null if
 *     it was not told
 * @param timezoneOffset how far its time zone is away from UTC; null if it was not told
 * @source D-APPL; S-V2 (the same in version 2)
 * @since 0.1
 */
public record SiteAppliance(
    ApplianceId id,
    @Nullable String name,
    @Nullable String publicHostName,
    @Nullable String clusterRoleText,
    @Nullable String failoverRoleText,
    @Nullable Boolean acceptingConnections,
    @Nullable Duration timezoneOffset) {

  /** Checks that it is told which appliance it is. */
  public SiteAppliance {
    requireNonNull(id, "id");
  }

  /**
   * Returns its part in a cluster; empty if it was not told, or by a word that is not known. The
   * {@code master} of old appliances is a primary.
   */
  public Optional<AtlasRole> atlasRole() {
    try {
      return Optional.ofNullable(clusterRoleText).map(AtlasRole::ofLiteral);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns its role in a pair; empty if it was not told, or by a word that is not known. */
  public Optional<FailoverRole> failoverRole() {
    try {
      return Optional.ofNullable(failoverRoleText).map(FailoverRole::ofLiteral);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns what matters most of it on one line, for a human to read. Its form may change. */
  public String summary() {
    return id
        + (name == null ? "" : " " + Quoted.of(name))
        + ", failover "
        + (failoverRoleText == null ? "role not told" : Quoted.of(failoverRoleText))
        + ", cluster "
        + (clusterRoleText == null ? "role not told" : Quoted.of(clusterRoleText))
        + (Boolean.FALSE.equals(acceptingConnections) ? ", accepts no users" : "");
  }
}
