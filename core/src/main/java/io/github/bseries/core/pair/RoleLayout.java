// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two roles of a pair, seen together.
 *
 * <p>A layout says what was read, not whether it is bad. Roles change one after the other, and
 * health may be up to a minute old: {@link #BOTH_BACKUP} and {@link #BOTH_PRIMARY} become a
 * conflict only when they last longer than that.
 *
 * @source S1 "Perform Failover for Planned Maintenance" (one after the other), "Resolve Conflicts
 *     in a Failover Setup"
 * @since 0.1
 */
public enum RoleLayout {
  /** One primary and one backup, whichever side is which. */
  ONE_PRIMARY,

  /** Both are backup: normal for a moment in every swap, a conflict if it lasts. */
  BOTH_BACKUP,

  /** Both say that they are primary: old health of one of them, or a conflict. */
  BOTH_PRIMARY,

  /** One of them at least stands in no failover relationship. */
  NOT_PAIRED,

  /** The roles of two appliances could not be read, so nothing is known of the two together. */
  PARTLY_SEEN;

  /**
   * Returns the layout of two observations.
   *
   * <p>An appliance without a relationship makes the pair {@link #NOT_PAIRED}, whatever the other
   * says. One appliance that answered at both addresses is {@link #PARTLY_SEEN}: two views of one
   * are no view of the other.
   */
  public static RoleLayout of(Observation one, Observation other) {
    ApplianceHealth first = one.health().orElse(null);
    ApplianceHealth second = other.health().orElse(null);
    if (isUnpaired(first) || isUnpaired(second)) {
      return NOT_PAIRED;
    }
    if (first == null || second == null || first.applianceId().equals(second.applianceId())) {
      return PARTLY_SEEN;
    }
    Set<FailoverRole> roles = EnumSet.of(first.failoverRole(), second.failoverRole());
    if (roles.size() == 2) {
      return ONE_PRIMARY;
    }
    return roles.contains(FailoverRole.PRIMARY) ? BOTH_PRIMARY : BOTH_BACKUP;
  }

  private static boolean isUnpaired(@Nullable ApplianceHealth health) {
    return health != null && health.failoverRole() == FailoverRole.NONE;
  }
}
