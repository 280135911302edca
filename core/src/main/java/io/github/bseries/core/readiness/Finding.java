// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What one rule says of a pair, and how that is shown.
 *
 * @param rule the rule
 * @param verdict what it says
 * @param shownAs the severity with which it is shown, which may be another than that of the rule
 * @param silence the silence that holds for it; null if there is none
 * @since 0.1
 */
public record Finding(
    RuleDescription rule, Verdict verdict, Severity shownAs, @Nullable Silence silence) {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if the silence is for another rule
   */
  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(verdict, "verdict");
    requireNonNull(shownAs, "shownAs");
    if (silence != null && !silence.ruleId().equals(rule.id())) {
      throw new IllegalArgumentException(
          "silence is for " + silence.ruleId() + ", not for " + rule.id());
    }
  }

  /**
   * Returns whether it stands in the way of this procedure: the rule blocks it, and is not kept or
   * could not be judged. Neither a silence nor another severity changes that.
   */
  public boolean blocks(Procedure procedure) {
    return !verdict.isPassed() && rule.blocks().contains(procedure);
  }

  /** Returns whether it is to be heard: the rule did not pass, and nobody silenced it. */
  public boolean isOpen() {
    return !verdict.isPassed() && silence == null;
  }
}
