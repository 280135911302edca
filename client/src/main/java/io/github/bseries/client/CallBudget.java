// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How slowly to look again and again, so that the looks of one wait leave half of the calls to
 * everybody else: of those that the account has in an hour, or of those that an appliance said are
 * left.
 */
final class CallBudget {

  private static final Duration HOUR = Duration.ofHours(1);

  /** However few calls are said to be left: nobody waits blindly for longer. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final CallLimits limits;
  private final List<ApplianceClient> clients;
  private final InstantSource clock;

  /** Makes the budget of looks that make one call at each of these. */
  CallBudget(CallLimits limits, List<ApplianceClient> clients, InstantSource clock) {
    this.limits = limits;
    this.clients = clients;
    this.clock = clock;
  }

  /** Returns how long to wait at least between two looks of a wait of this length. */
  Duration pace(Duration deadline) {
    Duration span = deadline.compareTo(HOUR) < 0 ? deadline : HOUR;
    long looks = calls() / 2 / clients.size();
    if (looks < 1) {
      return LONGEST;
    }
    Duration pace = span.dividedBy(looks);
    return pace.compareTo(LONGEST) < 0 ? pace : LONGEST;
  }

  private long calls() {
    return clients.stream()
        .map(ApplianceClient::remainingCalls)
        .flatMap(Optional::stream)
        .filter(told -> told.at().isAfter(clock.instant().minus(HOUR)))
        .mapToLong(RemainingCalls::remaining)
        .reduce(limits.perHour(), Math::min);
  }
}
