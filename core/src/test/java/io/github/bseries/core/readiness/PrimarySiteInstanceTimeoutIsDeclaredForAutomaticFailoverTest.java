// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;

class PrimarySiteInstanceTimeoutIsDeclaredForAutomaticFailoverTest {

  private static final Rule RULE = new PrimarySiteInstanceTimeoutIsDeclaredForAutomaticFailover();

  @Test
  void a_timeout_passes_where_automatic_failover_is_on() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "normal primary: automatic failover is off;"
                    + " normal backup: automatic failover is on, after 5 min"));
    assertThat(RULE.judge(Changed.withAutomaticFailoverOnNormalPrimary()).because())
        .startsWith("normal primary: automatic failover is on, after 5 min;");
  }

  @Test
  void none_does_not_on_either_side() {
    BackupSettings settings = BackupSettings.builder().automaticFailover(true).build();

    for (PairSide side : PairSide.values()) {
      assertThat(RULE.judge(WellKept.factsWith(side, settings)))
          .isEqualTo(
              violated(side.title() + ": automatic failover is on, the timeout is not declared"));
    }
  }

  @Test
  void none_is_needed_where_automatic_failover_is_off() {
    assertThat(RULE.judge(WellKept.factsWith(NORMAL_BACKUP, WellKept.primarySettings())))
        .isEqualTo(
            passed(
                "normal primary: automatic failover is off;"
                    + " normal backup: automatic failover is off"));
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
}
