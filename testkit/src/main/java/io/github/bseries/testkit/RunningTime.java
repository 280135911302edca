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

  private final Object lock = new Object();
  private Instant start;
  private long startNanos;
  private double speed;

  RunningTime(Instant start, double speed) {
    this.start = start;
    this.startNanos = System.nanoTime();
    this.speed = checked(speed);
  }

  @Override
  public Instant instant() {
    synchronized (lock) {
      return at(System.nanoTime());
    }
  }

  /** Returns how many seconds pass in one second of the machine. */
  public double speed() {
    synchronized (lock) {
      return speed;
    }
  }

  /**
   * Moves the time forward at once; then it runs on. A pair that lives by it does what has come due
   * when somebody looks at it next.
   *
   * @param step zero or more
   * @throws IllegalArgumentException if {@code step} is negative: time does not go back
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("step is " + step + ", must not be negative");
    }
    synchronized (lock) {
      start = start.plus(step);
    }
  }

  /**
   * Makes the time run at another speed from now on.
   *
   * @param next how many seconds pass in one second of the machine; above zero, at most 1,000,000
   * @throws IllegalArgumentException if it is out of range
   */
  public void changeSpeed(double next) {
    double checked = checked(next);
    synchronized (lock) {
      long now = System.nanoTime();
      start = at(now);
      startNanos = now;
      speed = checked;
    }
  }

  private Instant at(long nanos) {
    return start.plus(Duration.ofNanos((long) ((nanos - startNanos) * speed)));
  }

  private static double checked(double speed) {
    if (!(speed > 0 && speed <= GREATEST_SPEED)) {
      throw new IllegalArgumentException(
          "speed is " + speed + ", must be above 0 and at most 1000000");
    }
    return speed;
  }

  /** Returns the speed as text. */
  @Override
  public String toString() {
    return "RunningTime[speed=" + speed() + "]";
  }
}
