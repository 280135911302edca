// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A role that an appliance was asked to take, as it is remembered until somebody sees it there.
 *
 * <p>An appliance tells neither of a request that it has taken nor of a data sync that is running,
 * and there is no way to call one off. So this memory is all there is.
 *
 * @param target the appliance that was asked
 * @param role the role that it was asked to take, {@link FailoverRole#PRIMARY} or {@link
 *     FailoverRole#BACKUP}
 * @param dataSyncFirst whether a data sync was asked for before the roles change; then it may take
 *     as long as that sync
 * @param at when it was asked, on the clock of whoever asked
 * @source D-ROLE (a data sync that was started answers at once), S-V2 (no job, nothing to call off)
 * @since 0.1
 */
public record RequestedRole(
    ApplianceId target, FailoverRole role, boolean dataSyncFirst, Instant at) {

  /**
   * Checks what cannot have been asked.
   *
   * @throws IllegalArgumentException if {@code role} is {@link FailoverRole#NONE}
   */
  public RequestedRole {
    requireNonNull(target, "target");
    requireNonNull(at, "at");
    if (requireNonNull(role, "role") == FailoverRole.NONE) {
      throw new IllegalArgumentException("role is none, must be primary or backup");
    }
  }

  /**
   * Returns whether this snapshot shows the appliance in that role, at its own address or under the
   * site's name. A look that ended before the request, or together with it, does not count.
   */
  public boolean isSeenIn(PairSnapshot snapshot) {
    return snapshot.looks().anyMatch(this::isSeenIn);
  }

  /**
   * Returns whether this one look shows the appliance in that role. A look that ended before the
   * request, or together with it, does not count.
   */
  public boolean isSeenIn(Observation look) {
    return look.at().isAfter(at)
        && look.health()
            .filter(health -> health.applianceId().equals(target))
            .filter(health -> health.failoverRole() == role)
            .isPresent();
  }

  /** Returns the request in words. Its form may change. */
  @Override
  public String toString() {
    return target
        + " was asked at "
        + at
        + " to become "
        + role.literal()
        + (dataSyncFirst ? ", after a data sync" : "");
  }
}
