// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SpanText;
import java.time.Duration;

/** The longer the gap, the more is lost in a takeover. What was promised is for other rules. */
final class DataIsSyncedAtLeastDailyOnNormalBackup implements Rule {

  private static final Duration LONGEST = Duration.ofDays(1);

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.data-sync-at-least-daily-on-normal-backup",
          Severity.WARNING,
          "Automatic Data-Sync Interval is at most one day on the normal backup",
          "Set Automatic Data-Sync Interval on the Failover page of the normal backup to a day or"
              + " less; the more often, the better.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judge(
        facts,
        PairSide.NORMAL_BACKUP,
        settings ->
            Fact.ofNullable(
                    settings.automaticDataSyncInterval(),
                    "Automatic Data-Sync Interval: not declared")
                .judge(DataIsSyncedAtLeastDailyOnNormalBackup::judge));
  }

  private static Verdict judge(Duration interval) {
    String seen = "every " + SpanText.of(interval);
    return Verdict.of(interval.compareTo(LONGEST) <= 0, seen, seen);
  }
}
