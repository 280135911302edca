// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * Time that runs by itself, as fast as the machine's own or at a multiple of it.
 *
 * @since 0.1
 */
public final class RunningTime implements SimulatedTime {

  private static final double GREATEST_SPEED = 1_000_000;

  private final Instant start;
  private final long startNanos;
  private final double speed;

  RunningTime(Instant start, double speed) {
    if (!(speed > 0 && speed <= GREATEST_SPEED)) {
      throw new IllegalArgumentException(
          "speed is " + speed + ", must be above 0 and at most 1000000");
    }
    this.start = start;
    this.startNanos = System.nanoTime();
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    long passed = System.nanoTime() - startNanos;
    return start.plus(Duration.ofNanos((long) (passed * speed)));
  }

  /** Returns the speed as text. */
  @Override
  public String toString() {
    return "RunningTime[speed=" + speed + "]";
  }
}
