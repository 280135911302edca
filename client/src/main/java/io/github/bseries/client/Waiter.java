// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;

/**
 * Lets time pass between two looks. A test hands in one that moves simulated time instead.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Waiter {

  /**
   * Returns after this time.
   *
   * @param duration longer than zero
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await(Duration duration) throws InterruptedException;

  /** Returns a waiter that really waits: the only place of this project where a thread sleeps. */
  static Waiter ofSystem() {
    return duration -> Thread.sleep(Math.max(1, duration.toMillis()));
  }
}
