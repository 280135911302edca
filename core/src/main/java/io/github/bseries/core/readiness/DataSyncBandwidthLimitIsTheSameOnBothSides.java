// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.PairSide;
import org.jspecify.annotations.Nullable;

/** Whoever sets it on the primary believes that it holds, and it does not. */
final class DataSyncBandwidthLimitIsTheSameOnBothSides implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.bandwidth-limit-same-on-both-sides",
          Severity.NOTICE,
          "Data-Sync Bandwidth Limit is the same on both sides",
          "Set Data-Sync Bandwidth Limit on the Failover page of the normal primary to that of the"
              + " normal backup, or know that only the latter counts.",
          "S1 \"Best Practices for Primary and Backup Environments\""
              + " (the backup's counts); ours: that they should not differ");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.of(facts, PairSide.NORMAL_PRIMARY)
        .with(
            FailoverPage.of(facts, PairSide.NORMAL_BACKUP),
            DataSyncBandwidthLimitIsTheSameOnBothSides::judge)
        .judge(verdict -> verdict);
  }

  private static Verdict judge(BackupSettings ofPrimary, BackupSettings ofBackup) {
    String limit = text(ofPrimary.dataSyncBandwidthLimit());
    String counts = text(ofBackup.dataSyncBandwidthLimit());
    return Verdict.of(
        limit.equals(counts),
        "both sides: " + counts,
        "normal primary: " + limit + ", normal backup: " + counts + "; the latter counts");
  }

  private static String text(@Nullable Bandwidth limit) {
    return limit == null ? "no limit" : limit.toString();
  }
}
