// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the primary's work the backup does not have yet: the age of the last data sync.
 *
 * @since 0.1
 */
public sealed interface Exposure {

  /**
   * Returns what the one function that fits makes of this exposure.
   *
   * @param judged takes an age
   * @param notJudged takes the reason why there is none
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super Judged, ? extends T> judged,
      Function<? super NotJudged, ? extends T> notJudged) {
    if (this instanceof Judged it) {
      return judged.apply(it);
    }
    return notJudged.apply((NotJudged) this);
  }

  /** Returns the exposure in words. Its form may change. */
  default String summary() {
    return fold(
        judged -> "last data sync " + SpanText.of(judged.age()) + " ago",
        notJudged -> "not judged: " + notJudged.why());
  }

  /**
   * The age is known.
   *
   * @param age the age at the moment of the assessment: that on the clock of the appliance, at the
   *     look that told it, and the time since that look. A data sync that nobody saw would make it
   *     less
   * @param toldBy the look that told it; it may be an old one, if no primary is seen now
   * @since 0.1
   */
  record Judged(Duration age, Observation.Seen toldBy) implements Exposure {

    /**
     * Checks the age.
     *
     * @throws IllegalArgumentException if {@code age} is negative
     */
    public Judged {
      requireNonNull(toldBy, "toldBy");
      if (requireNonNull(age, "age").isNegative()) {
        throw new IllegalArgumentException("age is " + age + ", must not be negative");
      }
    }
  }

  /**
   * The age is not known, and so may be anything.
   *
   * @param why what is missing, for a human to read
   * @since 0.1
   */
  record NotJudged(String why) implements Exposure {

    /** Checks that there is a reason. */
    public NotJudged {
      requireNonNull(why, "why");
    }
  }
}
