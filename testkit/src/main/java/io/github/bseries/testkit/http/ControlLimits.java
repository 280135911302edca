// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedUsers;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How much can be asked of the simulator in one request. Nothing may keep it busy for longer than a
 * caller waits, nor take its clocks to where no calendar goes.
 *
 * <p>What costs time are data syncs, about 50 microseconds each, and the sessions of users, less
 * than that: whatever happens more often of the two sets the limit.
 */
final class ControlLimits {

  /** The longest list of addresses or messages. */
  static final int LIST_LENGTH = 100;

  static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  static final Duration LONGEST_SPAN = Duration.ofDays(366);
  static final Duration GREATEST_SKEW = Duration.ofDays(3660);

  private static final Duration LONGEST_STEP = Duration.ofDays(31);
  static final int GREATEST_FACTOR = 86_400;
  private static final int EVENTS_IN_A_STEP = 50_000;
  private static final int EVENTS_IN_A_SECOND = 1_000;

  private ControlLimits() {}

  /** Returns how far the time of this pair can be moved in one step. */
  static Duration longestStep(SimulatedPair pair) {
    Duration step = shortestInterval(pair).multipliedBy(EVENTS_IN_A_STEP);
    return step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP;
  }

  /** Returns how fast the time of this pair can be made. */
  static int greatestFactor(SimulatedPair pair) {
    long factor = shortestInterval(pair).multipliedBy(EVENTS_IN_A_SECOND).toSeconds();
    return (int) Math.min(factor, GREATEST_FACTOR);
  }

  /** Returns how often data syncs can be while the time runs at this speed. */
  static Duration shortestIntervalAt(double speed) {
    Duration shortest = Duration.ofMillis((long) Math.ceil(speed * 1000 / EVENTS_IN_A_SECOND));
    return shortest.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : shortest;
  }

  private static Duration shortestInterval(SimulatedPair pair) {
    Stream<Duration> syncs =
        pair.appliances().stream()
            .map(SimulatedAppliance::failoverPage)
            .map(page -> page.backupSettings().automaticDataSyncInterval())
            .filter(Objects::nonNull);
    return Stream.concat(syncs, pair.users().map(SimulatedUsers::newSessionEvery).stream())
        .min(Duration::compareTo)
        .orElse(LONGEST_SPAN);
  }
}
