// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment when a whole call has to be over, with all its waits and repeats. */
public final class Deadline {

  private final LongSupplier nanoTime;
  private final long start;
  private final Duration span;

  private Deadline(LongSupplier nanoTime, Duration span) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.span = span;
  }

  /** Returns the deadline that is this far away by this clock of nanoseconds. */
  public static Deadline in(Duration span, LongSupplier nanoTime) {
    return new Deadline(nanoTime, span);
  }

  /** Returns how long there is left; zero when it is over. */
  public Duration left() {
    Duration left = span.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
