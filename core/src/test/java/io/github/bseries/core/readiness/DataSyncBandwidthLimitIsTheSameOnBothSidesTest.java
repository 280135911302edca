// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import org.junit.jupiter.api.Test;

class DataSyncBandwidthLimitIsTheSameOnBothSidesTest {

  private static final Rule RULE = new DataSyncBandwidthLimitIsTheSameOnBothSides();

  @Test
  void the_same_passes() {
    assertThat(RULE.judge(WellKept.facts())).isEqualTo(passed("both sides: no limit"));
    assertThat(RULE.judge(limitedTo(1000, 1000))).isEqualTo(passed("both sides: 1000 bytes/s"));
  }

  @Test
  void where_they_differ_that_of_the_backup_is_said_to_count() {
    assertThat(RULE.judge(limitedTo(1000, 2000)))
        .isEqualTo(
            violated(
                "normal primary: 1000 bytes/s, normal backup: 2000 bytes/s; the latter counts"));
    assertThat(RULE.judge(WellKept.factsWith(NORMAL_BACKUP, limitedTo(1))))
        .isEqualTo(
            violated("normal primary: no limit, normal backup: 1 bytes/s; the latter counts"));
  }

  @Test
  void without_the_page_of_the_normal_primary_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_PRIMARY, SideFact.BACKUP_SETTINGS)))
        .isEqualTo(notJudged("backup settings of the normal primary: not declared"));
  }

  @Test
  void without_the_page_of_the_normal_backup_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_BACKUP, SideFact.BACKUP_SETTINGS)))
        .isEqualTo(notJudged("backup settings of the normal backup: not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }

  private static PairFacts limitedTo(long ofPrimary, long ofBackup) {
    return Removals.settings(NORMAL_PRIMARY, it -> limitedTo(ofPrimary))
        .apply(WellKept.factsWith(NORMAL_BACKUP, limitedTo(ofBackup)));
  }

  private static BackupSettings limitedTo(long bytesPerSecond) {
    return WellKept.backupSettings().dataSyncBandwidthLimit(new Bandwidth(bytesPerSecond)).build();
  }
}
