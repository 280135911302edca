// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came of a look at the name that users go to: which appliance answers there, if any.
 *
 * <p>It is the third view of a pair. It tells where users land, and it can show that an appliance
 * is alive which is silent at its own address.
 *
 * @param siteName the public host name of the site
 * @param observation what was seen under that name
 * @since 0.1
 */
public record SiteObservation(String siteName, Observation observation) {

  /**
   * Checks that there is a name.
   *
   * @throws IllegalArgumentException if {@code siteName} is blank
   */
  public SiteObservation {
    if (requireNonNull(siteName, "siteName").isBlank()) {
      throw new IllegalArgumentException("siteName is blank");
    }
    requireNonNull(observation, "observation");
  }

  /** Returns the appliance that answers under the site's name; empty if that could not be told. */
  public Optional<ApplianceId> answeredBy() {
    return observation.health().map(ApplianceHealth::applianceId);
  }

  /** Returns who answers, or what came instead, on one line. Its form may change. */
  public String summary() {
    return answeredBy().map(id -> "answered by " + id).orElseGet(observation::summary);
  }
}
