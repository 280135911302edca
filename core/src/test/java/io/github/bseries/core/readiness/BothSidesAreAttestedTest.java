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

class BothSidesAreAttestedTest {

  private static final Rule RULE = new BothSidesAreAttested();

  @Test
  void all_of_both_sides_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(passed("normal primary: all is declared; normal backup: all is declared"));
  }

  @ParameterizedTest
  @EnumSource
  void anything_less_does_not(SideFact fact) {
    for (PairSide side : PairSide.values()) {
      assertThat(RULE.judge(Changed.without(side, fact)))
          .isEqualTo(violated(side.title() + ": not declared: " + fact.title()));
    }
  }

  @Test
  void all_that_is_missing_is_named() {
    PairFacts facts = Changed.without(NORMAL_BACKUP, SideFact.SMTP_ALERTS);

    assertThat(RULE.judge(Removals.attested(NORMAL_BACKUP, SideFact.API_ACCESS).apply(facts)))
        .isEqualTo(violated("normal backup: not declared: API access, SMTP alerts"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }
}
