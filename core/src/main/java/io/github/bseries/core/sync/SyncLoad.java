// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Bandwidth;
import java.time.Duration;

/**
 * What a data sync costs: so much data over such a line, once in so much time.
 *
 * <p>It is an estimate of the least. What an appliance does besides copying takes longer, by how
 * much is not documented; nor is whether it copies all data each time or only what changed.
 *
 * @param dataBytes how much one data sync copies, in bytes, zero or more
 * @param bandwidth how fast it is copied
 * @param interval the time from one data sync to the next, above zero
 * @source S1 "Best Practices for Primary and Backup Environments" (data syncs must not overlap)
 * @since 0.1
 */
public record SyncLoad(long dataBytes, Bandwidth bandwidth, Duration interval) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if {@code dataBytes} is below zero, or {@code interval} zero
   *     or less
   */
  public SyncLoad {
    requireNonNull(bandwidth, "bandwidth");
    requireNonNull(interval, "interval");
    if (dataBytes < 0) {
      throw new IllegalArgumentException("dataBytes is " + dataBytes + ", below zero");
    }
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("interval is " + interval + ", must be above zero");
    }
  }

  /** Returns how long one data sync takes, in whole seconds, rounded up. */
  public Duration duration() {
    long rate = bandwidth.bytesPerSecond();
    long begun = dataBytes % rate == 0 ? 0 : 1;
    return Duration.ofSeconds(dataBytes / rate + begun);
  }

  /**
   * Returns how much time is left between the end of one and the start of the next; zero if none.
   */
  public Duration room() {
    return zeroOrMore(interval.minus(duration()));
  }

  /** Returns for how long one runs on when the next should start; zero if it does not. */
  public Duration overlap() {
    return zeroOrMore(duration().minus(interval));
  }

  /** Returns whether one is over when the next should start, or ends at that very moment. */
  public boolean fitsInterval() {
    return overlap().isZero();
  }

  private static Duration zeroOrMore(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
