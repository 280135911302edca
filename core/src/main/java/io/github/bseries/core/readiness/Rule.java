// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * One question about a pair that is answered with yes, no, or "that cannot be known".
 *
 * <p>A rule is a pure function: the same facts give the same verdict, and it looks nowhere else. It
 * must hold what {@link Verdict} promises: a fact that is missing or too old is {@link
 * Verdict.NotJudged}, unless the rule is broken whatever that fact is; and better facts never make
 * it judge worse. Whatever it throws counts as not judged.
 *
 * @since 0.1
 */
public interface Rule {

  /**
   * Returns a rule that judges by this function.
   *
   * @param description what is known of the rule before it judges
   * @param judge what it says of the facts; a pure function
   */
  static Rule of(RuleDescription description, Function<? super PairFacts, Verdict> judge) {
    requireNonNull(description, "description");
    requireNonNull(judge, "judge");
    return new Rule() {
      @Override
      public RuleDescription description() {
        return description;
      }

      @Override
      public Verdict judge(PairFacts facts) {
        return judge.apply(facts);
      }
    };
  }

  /** Returns what is known of this rule before it judges; always the same. */
  RuleDescription description();

  /** Returns what this rule says of these facts. */
  Verdict judge(PairFacts facts);
}
