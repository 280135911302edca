// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import io.github.bseries.core.pair.Observation.Seen;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one side of a pair. All moments but those inside {@code lastSeen} are on
 * our clock.
 *
 * @param lookedAt when the last look at it ended; null if nobody looked yet: then nothing else is
 *     known either
 * @param lastSeen the last time that its health was read, with that health and what its own clock
 *     showed; null if it never was
 * @param lastWellAt when it was last seen with success; null if it never was
 * @param unseenSince when the looks began that read no health, whether silent or unreadable, with
 *     none in between that did; null if the last look read one
 * @param silentSince when the looks began that met silence, with nothing else in between; null if
 *     the last look met something. Only this span can count towards "down"
 * @since 0.1
 */
public record SideHistory(
    @Nullable Instant lookedAt,
    @Nullable Seen lastSeen,
    @Nullable Instant lastWellAt,
    @Nullable Instant unseenSince,
    @Nullable Instant silentSince) {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if something is known of a side at which nobody looked, or if
   *     it is silent without being unseen
   */
  public SideHistory {
    if (lookedAt == null && (lastSeen != null || lastWellAt != null || unseenSince != null)) {
      throw new IllegalArgumentException("lookedAt is null, but something was seen or missed");
    }
    if (silentSince != null && unseenSince == null) {
      throw new IllegalArgumentException("silentSince is set, but unseenSince is null");
    }
  }

  /** Returns the memory of a side at which nobody looked yet. */
  public static SideHistory none() {
    return new SideHistory(null, null, null, null, null);
  }

  /** Whether this look is neither late nor one that was taken in before. */
  boolean isNext(Observation look) {
    return LookOrder.isNext(lookedAt, look.at());
  }

  /** Whether this look met the appliance that was last seen here. */
  boolean isOfSameAppliance(Observation look) {
    return lastSeen != null
        && look.health()
            .map(ApplianceHealth::applianceId)
            .equals(Optional.of(lastSeen.applianceHealth().applianceId()));
  }

  /**
   * Whether this look shows that a data sync which is remembered does not count any more: there is
   * no relationship, or another appliance.
   */
  boolean endsDataSync(Observation look) {
    ApplianceHealth now = look.health().orElse(null);
    if (now == null) {
      return false;
    }
    return now.failoverRole() == FailoverRole.NONE
        || (lastSeen != null && !isOfSameAppliance(look));
  }

  /** Returns the appliance that was last seen here. */
  Optional<ApplianceId> knownId() {
    return Optional.ofNullable(lastSeen).map(seen -> seen.applianceHealth().applianceId());
  }

  /** This memory after one more look, which {@link #isNext}. */
  SideHistory after(Observation look) {
    Instant at = look.at();
    return look.fold(
        seen ->
            new SideHistory(
                at, seen, seen.applianceHealth().success() ? at : lastWellAt, null, null),
        unreadable ->
            new SideHistory(at, lastSeen, lastWellAt, LookOrder.since(unseenSince, at), null),
        silent ->
            new SideHistory(
                at,
                lastSeen,
                lastWellAt,
                LookOrder.since(unseenSince, at),
                LookOrder.since(silentSince, at)));
  }
}
