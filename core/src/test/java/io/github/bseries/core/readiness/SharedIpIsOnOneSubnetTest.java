// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SharedIp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedIpIsOnOneSubnetTest {

  private static final Rule RULE = new SharedIpIsOnOneSubnet();

  @Test
  void one_subnet_passes_and_two_do_not() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "both are on 12.12.1.0/24; 12.12.1.52 is on the subnet of the normal primary;"
                    + " 12.12.1.52 is on the subnet of the normal backup"));
    assertThat(RULE.judge(Changed.backupAt(WellKept.facts(), "12.12.2.51/24")))
        .isEqualTo(
            violated(
                "normal primary is on 12.12.1.0/24, normal backup on 12.12.2.0/24; 12.12.1.52 is"
                    + " not on 12.12.2.0/24, the subnet of the normal backup"));
  }

  @Test
  void a_shared_ip_of_another_subnet_leads_nowhere() {
    assertThat(RULE.judge(Changed.cutover(SharedIp.at("10.0.0.9"))))
        .isEqualTo(
            violated(
                "10.0.0.9 is not on 12.12.1.0/24, the subnet of the normal primary; 10.0.0.9 is not"
                    + " on 12.12.1.0/24, the subnet of the normal backup"));
  }

  @Test
  void a_pair_with_a_swing_may_be_on_two() {
    PairFacts swung = Changed.cutover(Changed.dnsSwing(Duration.ZERO));

    assertThat(RULE.judge(Changed.backupAt(swung, "12.12.2.51/24")))
        .isEqualTo(passed("not asked of a pair with DNS swing"));
  }

  @ParameterizedTest
  @EnumSource
  void without_a_subnet_it_is_not_judged(PairSide side) {
    assertThat(RULE.judge(Removals.subnet(side).apply(WellKept.facts())))
        .isEqualTo(notJudged("subnet of the " + side.title() + ": not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
