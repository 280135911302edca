// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomaticFailoverAndAutomationAreNotBothOnTest {

  private static final Rule RULE = new AutomaticFailoverAndAutomationAreNotBothOn();

  private static final PairFacts NO_AUTOMATIC = Changed.withoutAutomaticFailover();

  @Test
  void one_of_the_two_passes() {
    assertThat(RULE.judge(WellKept.facts())).isEqualTo(passed("unattended automation is off"));
    assertThat(RULE.judge(Changed.automation(NO_AUTOMATIC, true)))
        .isEqualTo(
            passed(
                "normal primary: automatic failover is off;"
                    + " normal backup: automatic failover is off"));
  }

  @Test
  void both_do_not_on_either_side() {
    assertThat(RULE.judge(Changed.automation(true)))
        .isEqualTo(
            violated("unattended automation is on; normal backup: automatic failover is on"));
    assertThat(
            RULE.judge(
                Changed.automation(
                    Removals.settings(NORMAL_BACKUP, it -> WellKept.primarySettings())
                        .apply(Changed.withAutomaticFailoverOnNormalPrimary()),
                    true)))
        .isEqualTo(
            violated("unattended automation is on; normal primary: automatic failover is on"));
  }

  @Test
  void off_on_both_sides_passes_without_word_of_automation() {
    assertThat(RULE.judge(Removals.automation().apply(NO_AUTOMATIC)).isPassed()).isTrue();
  }

  @Test
  void on_without_word_of_automation_is_not_judged() {
    assertThat(RULE.judge(Removals.automation().apply(WellKept.facts())))
        .isEqualTo(notJudged("unattended automation: not declared"));
  }

  @ParameterizedTest
  @EnumSource
  void automation_without_a_page_is_not_judged(PairSide side) {
    PairFacts facts = Changed.automation(NO_AUTOMATIC, true);

    assertThat(RULE.judge(Removals.attested(side, SideFact.BACKUP_SETTINGS).apply(facts)))
        .isEqualTo(notJudged("backup settings of the " + side.title() + ": not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
