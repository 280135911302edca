// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairSnapshot;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again until something is seen. Safe for use by several threads; closing it wakes
 * those that pause between two looks.
 */
final class PairWait implements AutoCloseable {

  private final Supplier<PairSnapshot> looks;
  private final CallBudget budget;
  private final LongSupplier nanoTime;
  private final Pauses pauses;

  PairWait(Supplier<PairSnapshot> looks, CallBudget budget, Waiter waiter, LongSupplier nanoTime) {
    this.looks = looks;
    this.budget = budget;
    this.pauses = new Pauses(waiter);
    this.nanoTime = nanoTime;
  }

  /** How long to wait, and how long to pause between two looks at least. */
  record Pace(Duration deadline, Duration interval) {

    Pace {
      if (requireNonNull(deadline, "deadline").isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline is " + deadline + ", must be above zero");
      }
    }
  }

  Awaited until(Goal goal, Pace pace, Consumer<? super PairSnapshot> onLook) {
    requireNonNull(onLook, "onLook");
    long start = nanoTime.getAsLong();
    PairSnapshot last = null;
    while (true) {
      Duration begun = since(start);
      PairSnapshot look = look(last);
      if (look == null) {
        return new Awaited.Undecided(
            requireNonNull(last), begun, Awaited.Ending.CLOSED, "the client was closed");
      }
      last = look;
      onLook.accept(look);
      Duration waited = since(start);
      String missing = goal.missing(look, begun);
      if (missing == null) {
        return new Awaited.Reached(look, waited);
      }
      Duration left = pace.deadline.minus(waited);
      if (left.isNegative() || left.isZero()) {
        return new Awaited.Undecided(look, waited, Awaited.Ending.TIME_OVER, missing);
      }
      Duration interval = longer(pace.interval, budget.pace(pace.deadline));
      Awaited.Ending ended = pause(shorter(left, interval));
      if (ended != null) {
        String by =
            ended == Awaited.Ending.CLOSED
                ? "the client was closed"
                : "the waiting thread was interrupted";
        return new Awaited.Undecided(look, waited, ended, by + "; " + missing);
      }
    }
  }

  /** Looks once more; null if there was a look before and the client was closed since. */
  private @Nullable PairSnapshot look(@Nullable PairSnapshot last) {
    try {
      return looks.get();
    } catch (IllegalStateException e) {
      if (last == null || !pauses.isClosed()) {
        throw e;
      }
      return null;
    }
  }

  private Duration since(long start) {
    return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - start));
  }

  /** Pauses; returns what ends the wait, or null to go on. */
  private Awaited.@Nullable Ending pause(Duration duration) {
    try {
      return pauses.await(duration) ? null : Awaited.Ending.CLOSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Awaited.Ending.INTERRUPTED;
    }
  }

  /** Wakes all that pause. */
  @Override
  public void close() {
    pauses.close();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
