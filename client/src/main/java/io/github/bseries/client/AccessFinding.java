// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What came of one question.
 *
 * @param question what was asked
 * @param outcome whether it is so
 * @param observation what was seen that tells so
 * @param remedy what to do; null if it passed
 * @since 0.1
 */
public record AccessFinding(
    AccessQuestion question, Outcome outcome, String observation, @Nullable String remedy) {

  /**
   * Checks that there is a remedy for whatever did not pass.
   *
   * @throws IllegalArgumentException if the remedy is missing, or is one for what passed
   */
  public AccessFinding {
    requireNonNull(question, "question");
    requireNonNull(outcome, "outcome");
    requireNonNull(observation, "observation");
    if ((remedy == null) != (outcome == Outcome.PASSED)) {
      throw new IllegalArgumentException(
          "remedy of " + question + " is " + remedy + ", must be there unless it passed");
    }
  }

  /**
   * Whether something is as it has to be.
   *
   * @since 0.1
   */
  public enum Outcome {
    /** It was seen to be so. */
    PASSED,

    /** It was seen not to be so. */
    LACKING,

    /** It could not be told. Never counts as passed. */
    UNKNOWN
  }

  static AccessFinding passed(AccessQuestion question, String observation) {
    return new AccessFinding(question, Outcome.PASSED, observation, null);
  }

  static AccessFinding lacking(AccessQuestion question, String observation, String remedy) {
    return new AccessFinding(question, Outcome.LACKING, observation, remedy);
  }

  static AccessFinding unknown(AccessQuestion question, String observation, String remedy) {
    return new AccessFinding(question, Outcome.UNKNOWN, observation, remedy);
  }

  /** Returns whether it was seen to be as it has to be. */
  public boolean isPassed() {
    return outcome == Outcome.PASSED;
  }

  /** Returns it in a sentence or two, for a human to read. Its form may change. */
  public String summary() {
    String word =
        switch (outcome) {
          case PASSED -> "passed: ";
          case LACKING -> "lacking: ";
          case UNKNOWN -> "unknown: ";
        };
    return word
        + question.title()
        + " ("
        + observation
        + ")"
        + (remedy == null ? "" : ". " + remedy);
  }
}
