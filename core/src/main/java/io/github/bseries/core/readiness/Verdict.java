// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a pair: it is kept, it is broken, or that cannot be known.
 *
 * @since 0.1
 */
public sealed interface Verdict {

  /** Returns what the verdict rests on, or what is missing, as a sentence without a full stop. */
  String because();

  /** Returns that the rule is kept, and what was seen. */
  static Verdict passed(String observation) {
    return new Passed(observation);
  }

  /** Returns that the rule is broken, and what was seen. */
  static Verdict violated(String observation) {
    return new Violated(observation);
  }

  /** Returns that nothing can be said, and which fact is missing or too old. */
  static Verdict notJudged(String missing) {
    return new NotJudged(missing);
  }

  /**
   * Returns passed or violated, each with what was seen.
   *
   * @param kept whether the rule is kept
   * @param ifKept what was seen, if it is kept
   * @param ifBroken what was seen, if it is broken
   */
  static Verdict of(boolean kept, String ifKept, String ifBroken) {
    return kept ? passed(ifKept) : violated(ifBroken);
  }

  /**
   * Returns one verdict on several parts that must all be right: broken if one is broken, else not
   * judged if one is not judged, else passed. It rests on those parts that decide.
   *
   * @throws IllegalArgumentException if there is no part: nothing was judged then
   */
  static Verdict all(List<Verdict> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts is empty; a verdict rests on something");
    }
    if (parts.stream().anyMatch(Violated.class::isInstance)) {
      return violated(joined(parts, Violated.class));
    }
    if (parts.stream().anyMatch(NotJudged.class::isInstance)) {
      return notJudged(joined(parts, NotJudged.class));
    }
    return passed(joined(parts, Passed.class));
  }

  /**
   * Returns one verdict on several parts of which one is enough: passed if one passed, else not
   * judged if one is not judged, else broken. It rests on those parts that decide.
   *
   * @throws IllegalArgumentException if there is no part: nothing was judged then
   */
  static Verdict any(List<Verdict> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts is empty; a verdict rests on something");
    }
    if (parts.stream().anyMatch(Passed.class::isInstance)) {
      return passed(joined(parts, Passed.class));
    }
    if (parts.stream().anyMatch(NotJudged.class::isInstance)) {
      return notJudged(joined(parts, NotJudged.class));
    }
    return violated(joined(parts, Violated.class));
  }

  private static String joined(List<Verdict> parts, Class<? extends Verdict> kind) {
    return parts.stream()
        .filter(kind::isInstance)
        .map(Verdict::because)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Returns whether the rule is kept. */
  default boolean isPassed() {
    return this instanceof Passed;
  }

  /** Returns the word for it: {@code passed}, {@code violated}, {@code not judged}. */
  default String word() {
    return fold(passed -> "passed", violated -> "violated", notJudged -> "not judged");
  }

  /**
   * Returns what the one function that fits makes of this verdict.
   *
   * @param passed takes a rule that is kept
   * @param violated takes a rule that is broken
   * @param notJudged takes a rule that lacks a fact
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super Passed, ? extends T> passed,
      Function<? super Violated, ? extends T> violated,
      Function<? super NotJudged, ? extends T> notJudged) {
    if (this instanceof Passed it) {
      return passed.apply(it);
    }
    if (this instanceof Violated it) {
      return violated.apply(it);
    }
    return notJudged.apply((NotJudged) this);
  }

  /**
   * The rule is kept, or asks nothing of a pair like this one.
   *
   * @param because what was seen, or why it asks nothing
   * @since 0.1
   */
  record Passed(String because) implements Verdict {

    /** Checks that there is a text. */
    public Passed {
      checkText(because);
    }
  }

  /**
   * The rule is broken.
   *
   * @param because what was seen
   * @since 0.1
   */
  record Violated(String because) implements Verdict {

    /** Checks that there is a text. */
    public Violated {
      checkText(because);
    }
  }

  /**
   * The rule lacks a fact, or the fact is too old to count. It is not kept, and not known to be
   * broken.
   *
   * @param because which fact is missing or too old
   * @since 0.1
   */
  record NotJudged(String because) implements Verdict {

    /** Checks that there is a text. */
    public NotJudged {
      checkText(because);
    }
  }

  private static void checkText(String because) {
    if (requireNonNull(because, "because").isBlank()) {
      throw new IllegalArgumentException("because is blank; a verdict rests on something");
    }
  }
}
