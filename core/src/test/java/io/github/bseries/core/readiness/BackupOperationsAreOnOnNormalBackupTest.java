// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackupOperationsAreOnOnNormalBackupTest {

  private static final Rule RULE = new BackupOperationsAreOnOnNormalBackup();

  @Test
  void on_passes_and_off_does_not() {
    assertThat(RULE.judge(with(true))).isEqualTo(passed("normal backup: backup operations are on"));
    assertThat(RULE.judge(with(false)))
        .isEqualTo(violated("normal backup: backup operations are off"));
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

  private static PairFacts with(boolean on) {
    return WellKept.factsWith(
        NORMAL_BACKUP, WellKept.backupSettings().backupOperations(on).build());
  }
}
