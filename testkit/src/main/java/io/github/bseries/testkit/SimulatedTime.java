// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which a simulated pair lives.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public sealed interface SimulatedTime extends InstantSource permits SteppableTime, RunningTime {

  /** Returns a time that stands still at {@code start} until it is advanced. */
  static SteppableTime steppable(Instant start) {
    return new SteppableTime(requireNonNull(start, "start"));
  }

  /**
   * Returns a time that starts at the machine's own time and runs by itself.
   *
   * @param speed how many seconds pass in one second of the machine; above zero, at most 1,000,000
   * @throws IllegalArgumentException if {@code speed} is out of range
   */
  static RunningTime running(double speed) {
    return new RunningTime(InstantSource.system().instant(), speed);
  }
}
