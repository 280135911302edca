// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutomaticFailoverIsOnOneSubnetTest {

  private static final Rule RULE = new AutomaticFailoverIsOnOneSubnet();

  private static final String FAR = "12.12.2.51/24";

  @Test
  void one_subnet_passes() {
    assertThat(RULE.judge(WellKept.facts())).isEqualTo(passed("both are on 12.12.1.0/24"));
  }

  @Test
  void two_subnets_pass_only_with_automatic_failover_off_on_both_sides() {
    assertThat(RULE.judge(Changed.backupAt(Changed.withoutAutomaticFailover(), FAR)))
        .isEqualTo(
            passed(
                "normal primary: automatic failover is off;"
                    + " normal backup: automatic failover is off"));
    assertThat(RULE.judge(Changed.backupAt(WellKept.facts(), FAR)))
        .isEqualTo(
            violated(
                "normal primary is on 12.12.1.0/24, normal backup on 12.12.2.0/24;"
                    + " normal backup: automatic failover is on"));
  }

  @Test
  void two_subnets_without_a_page_are_not_judged() {
    PairFacts facts = Changed.backupAt(Changed.withoutAutomaticFailover(), FAR);

    assertThat(RULE.judge(Removals.attested(NORMAL_PRIMARY, SideFact.BACKUP_SETTINGS).apply(facts)))
        .isEqualTo(notJudged("backup settings of the normal primary: not declared"));
  }

  @Test
  void one_missing_fact_does_not_matter_where_the_other_is_enough() {
    assertThat(RULE.judge(Changed.without(NORMAL_BACKUP, SideFact.BACKUP_SETTINGS)).isPassed())
        .isTrue();
    assertThat(
            RULE.judge(Removals.subnet(NORMAL_BACKUP).apply(Changed.withoutAutomaticFailover()))
                .isPassed())
        .isTrue();
  }

  @Test
  void without_a_subnet_automatic_failover_is_not_judged() {
    assertThat(RULE.judge(Removals.subnet(NORMAL_BACKUP).apply(WellKept.facts())))
        .isEqualTo(notJudged("subnet of the normal backup: not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
