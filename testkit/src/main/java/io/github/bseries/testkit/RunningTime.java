// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time that runs by itself, as fast as the machine's own or at a multiple of it.
 *
 * @since 0.1
 */
public final class RunningTime implements SimulatedTime {

  private static final double GREATEST_SPEED = 1_000_000;

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private final LongSupplier machineNanos;
  private final Object lock = new Object();
  private Instant start;
  private long startNanos;
  private double speed;

  RunningTime(Instant start, double speed) {
    this(start, speed, System::nanoTime);
  }

  RunningTime(Instant start, double speed, LongSupplier machineNanos) {
    this.machineNanos = machineNanos;
    this.start = start;
    this.startNanos = machineNanos.getAsLong();
    this.speed = checked(speed);
  }

  @Override
  public Instant instant() {
    synchronized (lock) {
      return at(machineNanos.getAsLong());
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
      long now = machineNanos.getAsLong();
      start = at(now);
      startNanos = now;
      speed = checked;
    }
  }

  /** Seconds and their parts apart: in nanoseconds alone, a long holds but 292 years. */
  private Instant at(long nanos) {
    BigDecimal passed = new BigDecimal(speed).multiply(BigDecimal.valueOf(nanos - startNanos));
    BigInteger[] parts = passed.toBigInteger().divideAndRemainder(NANOS);
    return start.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
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
