// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of a schedule, step by step: between two steps no thread is held. */
final class OngoingRun {

  private final SchedulePort port;
  private final SwapWatch swaps;
  private final Pauses pauses;
  private final InstantSource clock;
  private final Consumer<? super ScheduleEvent> events;
  private final List<SideBackup> sides = new ArrayList<>();
  private Duration postponed = Duration.ZERO;
  private @Nullable String unfinished;
  private @Nullable Throwable failure;
  private @Nullable PruneResult pruned;

  OngoingRun(
      SchedulePort port,
      SwapWatch swaps,
      Pauses pauses,
      InstantSource clock,
      Consumer<? super ScheduleEvent> events) {
    this.port = port;
    this.swaps = swaps;
    this.pauses = pauses;
    this.clock = clock;
    this.events = events;
  }

  /** Does one step. Returns how long to wait for the next one, or null if the run is over. */
  @Nullable Duration step() {
    try {
      return trying();
    } catch (RuntimeException | Error e) {
      // Whatever it was, the next run is to come all the same.
      failure = e;
      unfinished = "it was ended by " + e;
      return null;
    }
  }

  private @Nullable Duration trying() {
    PairSide side = sides.isEmpty() ? PairSide.NORMAL_PRIMARY : PairSide.NORMAL_BACKUP;
    Optional<String> hindrance = swaps.hindrance(port.look(), port.pending());
    if (hindrance.isPresent()) {
      return postpone(side, hindrance.get());
    }
    sides.add(port.store(side));
    if (side == PairSide.NORMAL_PRIMARY) {
      return pauses.apart();
    }
    if (new PairBackup(sides.get(0), sides.get(1)).isSuccess()) {
      pruned = port.prune();
    }
    return null;
  }

  private @Nullable Duration postpone(PairSide side, String reason) {
    // Counted in pauses: a clock may be set while this lasts.
    if (postponed.compareTo(pauses.longestPostponement()) >= 0) {
      unfinished = "the " + side.title() + " was not asked in " + postponed + ": " + reason;
      return null;
    }
    postponed = postponed.plus(pauses.lookAgainAfter());
    events.accept(
        new ScheduleEvent.Postponed(clock.instant(), side, reason, pauses.lookAgainAfter()));
    return pauses.lookAgainAfter();
  }

  /** Leaves undone what is not done yet. */
  void leave(String reason) {
    unfinished = reason;
  }

  ScheduledRun ended(Instant dueAt, Instant startedAt) {
    return new ScheduledRun(dueAt, startedAt, clock.instant(), sides, unfinished, failure, pruned);
  }

  /**
   * How long to wait for what.
   *
   * @param apart from the first side to the second
   * @param lookAgainAfter from a look that showed a hindrance to the next
   * @param longestPostponement how much of that a run may add up
   */
  record Pauses(Duration apart, Duration lookAgainAfter, Duration longestPostponement) {}
}
