// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataIsSyncedAtLeastDailyOnNormalBackupTest {

  private static final Rule RULE = new DataIsSyncedAtLeastDailyOnNormalBackup();

  @ParameterizedTest
  @CsvSource({"PT1S, 1 s", "PT6H, 6 h", "PT24H, 1 d"})
  void up_to_a_day_passes(Duration interval, String text) {
    assertThat(RULE.judge(every(interval))).isEqualTo(passed("normal backup: every " + text));
  }

  @ParameterizedTest
  @CsvSource({"PT24H0.000000001S, 1 d", "PT36H, 1 d 12 h"})
  void more_than_a_day_does_not(Duration interval, String text) {
    assertThat(RULE.judge(every(interval))).isEqualTo(violated("normal backup: every " + text));
  }

  @Test
  void without_an_interval_it_is_not_judged() {
    BackupSettings settings = BackupSettings.builder().backupOperations(true).build();

    assertThat(RULE.judge(WellKept.factsWith(NORMAL_BACKUP, settings)))
        .isEqualTo(notJudged("normal backup: Automatic Data-Sync Interval: not declared"));
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

  private static PairFacts every(Duration interval) {
    return WellKept.factsWith(
        NORMAL_BACKUP, WellKept.backupSettings().automaticDataSyncInterval(interval).build());
  }
}
