// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

/** Assertions on what one rule says, with a part of the words in which it says it. */
final class Judging {

  private Judging() {}

  static void passes(Rule rule, PairFacts facts, String because) {
    assertThat(rule.judge(facts)).isInstanceOf(Verdict.Passed.class);
    assertThat(rule.judge(facts).because()).contains(because);
  }

  static void violates(Rule rule, PairFacts facts, String because) {
    assertThat(rule.judge(facts)).isInstanceOf(Verdict.Violated.class);
    assertThat(rule.judge(facts).because()).contains(because);
  }

  static void lacks(Rule rule, PairFacts facts, String because) {
    assertThat(rule.judge(facts)).isInstanceOf(Verdict.NotJudged.class);
    assertThat(rule.judge(facts).because()).contains(because);
  }
}
