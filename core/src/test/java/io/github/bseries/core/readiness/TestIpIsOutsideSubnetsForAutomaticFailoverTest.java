// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestIpIsOutsideSubnetsForAutomaticFailoverTest {

  private static final Rule RULE = new TestIpIsOutsideSubnetsForAutomaticFailover();

  @Test
  void one_outside_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "normal primary: automatic failover is off;"
                    + " normal backup: 192.0.2.1 is outside 12.12.1.0/24"));
  }

  @Test
  void all_inside_do_not() {
    assertThat(RULE.judge(testing("12.12.1.1", "12.12.1.2")))
        .isEqualTo(
            violated(
                "normal backup: 12.12.1.1 is inside 12.12.1.0/24;"
                    + " 12.12.1.2 is inside 12.12.1.0/24"));
  }

  @Test
  void none_does_not() {
    assertThat(RULE.judge(testing()))
        .isEqualTo(violated("normal backup: automatic failover is on, no test IP is set"));
  }

  @Test
  void an_address_in_the_subnet_of_the_peer_is_inside_too() {
    assertThat(RULE.judge(Changed.backupAt(testing("12.12.1.1"), "12.12.2.51/24")))
        .isEqualTo(violated("normal backup: 12.12.1.1 is inside 12.12.1.0/24"));
  }

  @ParameterizedTest
  @EnumSource
  void without_a_subnet_it_is_not_judged_unless_all_are_inside_the_other(PairSide side) {
    assertThat(RULE.judge(Removals.subnet(side).apply(WellKept.facts())))
        .isEqualTo(notJudged("normal backup: subnet of the " + side.title() + ": not declared"));
    assertThat(RULE.judge(Removals.subnet(side).apply(testing("12.12.1.1"))))
        .isEqualTo(violated("normal backup: 12.12.1.1 is inside 12.12.1.0/24"));
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

  private static PairFacts testing(String... ips) {
    return WellKept.factsWith(
        NORMAL_BACKUP, WellKept.backupSettings().networkConnectivityTestIps(ips).build());
  }
}
