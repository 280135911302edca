// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What became of the users of a simulated pair and of their data since it was built.
 *
 * @param outage for how long users did not reach an appliance that serves them
 * @param twoPrimaries for how long two appliances that were on believed to be primary
 * @param sessions how many sessions were begun
 * @param brokenSessions how many of them were broken off
 * @param turnedAway how many could not be begun
 * @param lostSessions of how many sessions there was a report that nobody has any more
 * @param lostRecordings how many recordings nobody has any more
 * @param lostSettings how many changes of users, settings and files in /login nobody has any more
 * @param missingSessions how many reports are not on an appliance that serves users now; they may
 *     be on the other one
 * @param missingRecordings how many recordings are not on an appliance that serves users now
 * @param missingSettings how many changes are not on an appliance that serves users now
 * @since 0.1
 */
public record PairOutcome(
    Duration outage,
    Duration twoPrimaries,
    int sessions,
    int brokenSessions,
    int turnedAway,
    int lostSessions,
    int lostRecordings,
    int lostSettings,
    int missingSessions,
    int missingRecordings,
    int missingSettings) {

  /** Checks that nothing is null. */
  public PairOutcome {
    requireNonNull(outage, "outage");
    requireNonNull(twoPrimaries, "twoPrimaries");
  }
}
