// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedIpIsNotOnAwsTest {

  private static final Rule RULE = new SharedIpIsNotOnAws();

  @Test
  void any_other_platform_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(passed("normal primary: runs on B400; normal backup: runs on B400"));
  }

  @ParameterizedTest
  @EnumSource
  void aws_on_one_side_does_not_whatever_the_other_runs_on(PairSide side) {
    PairFacts facts =
        Removals.appliance(side, it -> it.withPlatform(Platform.AWS)).apply(WellKept.facts());

    assertThat(RULE.judge(facts)).isEqualTo(violated(side.title() + ": runs on AWS"));
    assertThat(RULE.judge(Removals.platform(side.other()).apply(facts)))
        .isEqualTo(violated(side.title() + ": runs on AWS"));
  }

  @ParameterizedTest
  @EnumSource
  void without_a_platform_it_is_not_judged(PairSide side) {
    assertThat(RULE.judge(Removals.platform(side).apply(WellKept.facts())))
        .isEqualTo(notJudged("platform of the " + side.title() + ": not declared"));
  }

  @Test
  void a_pair_with_a_swing_is_not_asked() {
    assertThat(RULE.judge(Changed.cutover(new NatSwing(null))))
        .isEqualTo(passed("not asked of a pair with NAT swing"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
