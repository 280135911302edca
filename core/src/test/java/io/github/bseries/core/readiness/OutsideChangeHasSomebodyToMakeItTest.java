// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.SwingDuty;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideChangeHasSomebodyToMakeItTest {

  private static final Rule RULE = new OutsideChangeHasSomebodyToMakeIt();

  @Test
  void a_shared_ip_needs_nobody() {
    assertThat(RULE.judge(Removals.swingDuty().apply(WellKept.facts())))
        .isEqualTo(passed("not asked of a pair with shared IP"));
  }

  @Test
  void a_swing_needs_somebody() {
    PairFacts dns = Changed.cutover(Changed.dnsSwing(Duration.ZERO));
    PairFacts nat = Changed.cutover(new NatSwing(null));

    assertThat(RULE.judge(dns)).isEqualTo(passed("DNS swing: made by the network rota"));
    assertThat(RULE.judge(nat)).isEqualTo(passed("NAT swing: made by the network rota"));
    assertThat(RULE.judge(Removals.swingDuty().apply(dns)))
        .isEqualTo(violated("DNS swing: nobody is declared to make it"));
    assertThat(RULE.judge(Removals.swingDuty().apply(nat)))
        .isEqualTo(violated("NAT swing: nobody is declared to make it"));
  }

  @Test
  void a_duty_of_long_ago_is_not_judged() {
    Attested<SwingDuty> old =
        new Attested<>(new SwingDuty("ada", null), "ada", NOW.minus(Duration.ofDays(91)));

    assertThat(
            RULE.judge(
                WellKept.factsOf(
                    WellKept.pair().toBuilder()
                        .cutover(new NatSwing(null))
                        .swingDuty(old)
                        .build())))
        .isEqualTo(notJudged("swing duty: attested by ada 91 d ago, must be at most 90 d"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
