// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpAlertsAreConfiguredOnBothSidesTest {

  private static final Rule RULE = new SmtpAlertsAreConfiguredOnBothSides();

  @Test
  void good_on_both_sides_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed("normal primary: alerts are configured; normal backup: alerts are configured"));
  }

  @ParameterizedTest
  @EnumSource
  void no_alert_on_one_side_does_not_pass(PairSide side) {
    assertThat(RULE.judge(WellKept.factsWith(side, it -> it.smtpAlerts(WellKept.said(false)))))
        .isEqualTo(violated(side.title() + ": alerts are not configured"));
  }

  @ParameterizedTest
  @EnumSource
  void without_word_of_one_side_it_is_not_judged(PairSide side) {
    assertThat(RULE.judge(Changed.without(side, SideFact.SMTP_ALERTS)))
        .isEqualTo(notJudged("SMTP alerts of the " + side.title() + ": not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
