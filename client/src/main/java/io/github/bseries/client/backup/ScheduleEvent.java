// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a schedule tells while it is at work.
 *
 * @since 0.1
 */
public sealed interface ScheduleEvent {

  /** Returns when that was. */
  Instant at();

  /**
   * Returns what the one function that fits makes of this.
   *
   * @param started takes a run that begins
   * @param postponed takes a side that is asked later
   * @param ended takes a run that is over
   * @param <R> what the functions make
   */
  default <R extends @Nullable Object> R fold(
      Function<? super Started, ? extends R> started,
      Function<? super Postponed, ? extends R> postponed,
      Function<? super Ended, ? extends R> ended) {
    if (this instanceof Started it) {
      return started.apply(it);
    }
    return this instanceof Postponed it ? postponed.apply(it) : ended.apply((Ended) this);
  }

  /**
   * A run begins. Whether the pair is as it should be is looked at next.
   *
   * @param at when that was
   * @param dueAt when it was to begin; much earlier where a run is made up for
   * @since 0.1
   */
  record Started(Instant at, Instant dueAt) implements ScheduleEvent {

    /** Checks that nothing is null. */
    public Started {
      requireNonNull(at, "at");
      requireNonNull(dueAt, "dueAt");
    }
  }

  /**
   * A side is not asked now, since roles may be changing.
   *
   * @param at when that was
   * @param side the side that is asked later
   * @param reason why not now
   * @param pause after how long the pair is looked at again
   * @since 0.1
   */
  record Postponed(Instant at, PairSide side, String reason, Duration pause)
      implements ScheduleEvent {

    /** Checks that nothing is null. */
    public Postponed {
      requireNonNull(at, "at");
      requireNonNull(side, "side");
      requireNonNull(reason, "reason");
      requireNonNull(pause, "pause");
    }
  }

  /**
   * A run is over.
   *
   * @param run what came of it
   * @since 0.1
   */
  record Ended(ScheduledRun run) implements ScheduleEvent {

    /** Checks that nothing is null. */
    public Ended {
      requireNonNull(run, "run");
    }

    @Override
    public Instant at() {
      return run.endedAt();
    }
  }
}
