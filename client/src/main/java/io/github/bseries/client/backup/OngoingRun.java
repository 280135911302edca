// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of a schedule, step by step: between two steps no thread is held. */
final class OngoingRun {

  private final SchedulePort port;
  private final SwapWatch swaps;
  private final Pauses pauses;
  private final InstantSource clock;
  private final Consumer<? super ScheduleEvent> events;
  private final BooleanSupplier closed;
  private final Due due;
  private final Instant startedAt;
  private final List<SideBackup> sides = new ArrayList<>();
  private Duration postponed = Duration.ZERO;
  private @Nullable String unfinished;
  private @Nullable Throwable failure;
  private @Nullable PruneResult pruned;
  private @Nullable Throwable pruneFailure;

  OngoingRun(Surroundings around, SwapWatch swaps, Pauses pauses, Due due, Instant startedAt) {
    this.port = around.port();
    this.clock = around.clock();
    this.events = around.events();
    this.closed = around.closed();
    this.swaps = swaps;
    this.pauses = pauses;
    this.due = due;
    this.startedAt = startedAt;
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
    if (closed.getAsBoolean()) {
      return Duration.ZERO;
    }
    PairSide side = due.sides().get(sides.size());
    Optional<String> hindrance = swaps.hindrance(port.look(), port.pending());
    if (hindrance.isPresent()) {
      return postpone(side, hindrance.get());
    }
    if (closed.getAsBoolean()) {
      return Duration.ZERO;
    }
    SideBackup stored = port.store(side);
    Optional<String> busy = stored.fold(it -> Optional.empty(), OngoingRun::busy);
    if (busy.isPresent()) {
      return postpone(side, busy.get());
    }
    sides.add(stored);
    if (sides.size() < due.sides().size()) {
      return pauses.apart();
    }
    if (!closed.getAsBoolean()) {
      prune();
    }
    return null;
  }

  private static Optional<String> busy(SideBackup.Missed missed) {
    return missed.isBusy() ? Optional.of(missed.summary()) : Optional.empty();
  }

  /** What goes wrong here is told, and takes nothing from what was stored. */
  private void prune() {
    if (!ScheduledRun.wentWell(sides)) {
      return;
    }
    try {
      pruned = port.prune(ScheduledRun.stored(sides).map(ArchivedBackup::appliance).toList());
    } catch (RuntimeException e) {
      pruneFailure = e;
    }
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

  ScheduledRun ended() {
    return new ScheduledRun(
        due.at(), startedAt, clock.instant(), sides, unfinished, failure, pruned, pruneFailure);
  }

  /**
   * What a schedule gives to its runs.
   *
   * @param port the pair and the archive
   * @param clock what time it is
   * @param events who is told
   * @param closed whether nothing may be begun any more
   */
  record Surroundings(
      SchedulePort port,
      InstantSource clock,
      Consumer<? super ScheduleEvent> events,
      BooleanSupplier closed) {}

  /**
   * How long to wait for what.
   *
   * @param apart from the first side to the second
   * @param lookAgainAfter from a look that showed a hindrance to the next
   * @param longestPostponement how much of that a run may add up
   */
  record Pauses(Duration apart, Duration lookAgainAfter, Duration longestPostponement) {

    /** Returns by how much later than the first side the second one may be asked. */
    Duration longestLag() {
      return apart.plus(longestPostponement);
    }
  }
}
