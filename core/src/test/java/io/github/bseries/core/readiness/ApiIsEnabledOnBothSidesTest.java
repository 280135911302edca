// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiIsEnabledOnBothSidesTest {

  private static final Rule RULE = new ApiIsEnabledOnBothSides();

  private static final ApiAccess OFF = new ApiAccess(false, CommandPermission.FULL_ACCESS, true);

  @Test
  void an_appliance_that_answers_has_it_enabled_whatever_was_declared() {
    assertThat(
            RULE.judge(WellKept.factsWith(NORMAL_BACKUP, it -> it.apiAccess(WellKept.said(OFF)))))
        .isEqualTo(
            passed(
                "normal primary: the API told its health;"
                    + " normal backup: the API told its health"));
  }

  @Test
  void of_a_pair_that_was_not_looked_at_counts_what_was_declared() {
    assertThat(RULE.judge(unseen(WellKept.facts())))
        .isEqualTo(
            passed(
                "normal primary: Enable XML API is checked;"
                    + " normal backup: Enable XML API is checked"));
  }

  @ParameterizedTest
  @EnumSource
  void declared_off_on_one_side_does_not_pass(PairSide side) {
    assertThat(RULE.judge(unseen(WellKept.factsWith(side, it -> it.apiAccess(WellKept.said(OFF))))))
        .isEqualTo(violated(side.title() + ": Enable XML API is not checked"));
  }

  @ParameterizedTest
  @EnumSource
  void neither_seen_nor_declared_is_not_judged(PairSide side) {
    assertThat(RULE.judge(unseen(Changed.without(side, SideFact.API_ACCESS))))
        .isEqualTo(notJudged("API access of the " + side.title() + ": not declared"));
  }

  @Test
  void without_a_pair_and_a_look_it_is_not_judged() {
    assertThat(RULE.judge(unseen(Changed.withoutPair())))
        .isEqualTo(notJudged("no pair was declared"));
  }

  private static PairFacts unseen(PairFacts facts) {
    return facts.toBuilder().snapshot(null).build();
  }
}
