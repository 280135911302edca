// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Time that moves when the test says so.
 *
 * <p>When {@link #advance} returns, every simulated pair that lives by this time has done what was
 * due. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SteppableTime implements SimulatedTime {

  private final Object lock = new Object();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private Instant now;

  SteppableTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    synchronized (lock) {
      return now;
    }
  }

  /**
   * Moves the time forward.
   *
   * @param step zero or more
   * @throws IllegalArgumentException if {@code step} is negative: time does not go back
   */
  public void advance(Duration step) {
    if (requireNonNull(step, "step").isNegative()) {
      throw new IllegalArgumentException("step is " + step + ", must not be negative");
    }
    synchronized (lock) {
      now = now.plus(step);
    }
    followers.forEach(Runnable::run);
  }

  /** Has {@code follower} run after each step. */
  void follow(Runnable follower) {
    followers.add(follower);
  }

  /** Returns the moment as text. */
  @Override
  public String toString() {
    return "SteppableTime[" + instant() + "]";
  }
}
