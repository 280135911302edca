// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

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

class ApiAccountMayChangeRolesTest {

  private static final Rule RULE = new ApiAccountMayChangeRoles();

  @Test
  void good_on_both_sides_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "normal primary: the Command API allows FULL_ACCESS; normal backup: the Command API"
                    + " allows FULL_ACCESS"));
  }

  @ParameterizedTest
  @EnumSource
  void reading_only_on_one_side_does_not_pass(PairSide side) {
    assertThat(
            RULE.judge(
                WellKept.factsWith(
                    side,
                    it ->
                        it.apiAccess(
                            WellKept.said(
                                new ApiAccess(true, CommandPermission.READ_ONLY, true))))))
        .isEqualTo(violated(side.title() + ": the Command API allows READ_ONLY"));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_on_one_side_does_not_pass(PairSide side) {
    assertThat(
            RULE.judge(
                WellKept.factsWith(
                    side,
                    it ->
                        it.apiAccess(
                            WellKept.said(new ApiAccess(true, CommandPermission.DENY, true))))))
        .isEqualTo(violated(side.title() + ": the Command API allows DENY"));
  }

  @ParameterizedTest
  @EnumSource
  void without_word_of_one_side_it_is_not_judged(PairSide side) {
    assertThat(RULE.judge(Changed.without(side, SideFact.API_ACCESS)))
        .isEqualTo(notJudged("API access of the " + side.title() + ": not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
