// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import org.jspecify.annotations.Nullable;

/**
 * The appliance that a backup is to be restored to.
 *
 * <p>Its platform does not stand here. Between physical appliances of any revision and virtual ones
 * a backup moves freely as long as the versions fit; of cloud appliances the source says nothing.
 *
 * @param version the software that it runs; null if that is not known
 * @param situation whether it stands in a failover relationship
 * @source S2 "Recover /login" (platforms)
 * @since 0.1
 */
public record RestoreTarget(@Nullable ApplianceVersion version, Situation situation) {

  /** Checks that the situation is there. */
  public RestoreTarget {
    requireNonNull(situation, "situation");
  }

  /**
   * Returns the appliance that said this of itself: outside a failover relationship if its role is
   * none, in a pair with any other role.
   */
  public static RestoreTarget from(ApplianceHealth health) {
    return new RestoreTarget(
        health.version(),
        health.failoverRole() == FailoverRole.NONE ? Situation.STANDALONE : Situation.IN_PAIR);
  }

  /**
   * Whether an appliance stands in a failover relationship.
   *
   * @since 0.1
   */
  public enum Situation {
    /** It stands in none. */
    STANDALONE,

    /** It is primary or backup of a pair. */
    IN_PAIR,

    /** That is not known; so it is treated as if it stood in a pair. */
    UNKNOWN
  }
}
