// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.NatSwing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AutomaticFailoverIsOnForSharedIpOnNormalBackupTest {

  private static final Rule RULE = new AutomaticFailoverIsOnForSharedIpOnNormalBackup();

  private static final PairFacts OFF = Changed.withoutAutomaticFailover();

  @Test
  void with_a_shared_ip_it_has_to_be_on() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(passed("normal backup: automatic failover is on"));
    assertThat(RULE.judge(OFF))
        .isEqualTo(
            violated("normal backup: automatic failover is off; unattended automation is off"));
  }

  @Test
  void with_backup_operations_off_it_does_nothing() {
    assertThat(
            RULE.judge(
                WellKept.factsWith(
                    NORMAL_BACKUP, WellKept.backupSettings().backupOperations(false).build())))
        .isEqualTo(
            violated(
                "normal backup: automatic failover is on, but does nothing with backup operations"
                    + " off; unattended automation is off"));
  }

  @Test
  void a_program_may_stand_in_for_it() {
    assertThat(RULE.judge(Changed.automation(OFF, true)))
        .isEqualTo(passed("unattended automation is on in its place"));
  }

  @Test
  void with_a_swing_it_is_the_choice_of_its_people() {
    assertThat(RULE.judge(Changed.cutover(Changed.dnsSwing(Duration.ZERO))))
        .isEqualTo(passed("on or off is your choice with DNS swing"));
    assertThat(RULE.judge(Changed.cutover(new NatSwing(null))))
        .isEqualTo(passed("on or off is your choice with NAT swing"));
  }

  @Test
  void off_without_word_of_a_program_is_not_judged() {
    assertThat(RULE.judge(Removals.automation().apply(OFF)))
        .isEqualTo(notJudged("unattended automation: not declared"));
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
