// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Observation.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the primary's work the backup does not have yet: the age of the last data sync.
 *
 * @since 0.1
 */
public sealed interface Exposure {

  /**
   * Returns how old the copy on the backup is: by what the primary tells now, or else by what is
   * remembered. A memory stands in soundly: the data sync that is remembered may have been followed
   * by another, so the copy is as old as that or younger.
   *
   * <p>What an appliance tells that is none of the two counts for nothing: by the declared ids, or
   * else as they were seen at their own addresses. Where nothing is known of a side, whoever is
   * primary under the name of the site may be it. Where two are primary, neither is a copy of the
   * other.
   *
   * @param pair what its people declared; null if nothing was: then nothing is held against it
   * @param snapshot what was seen; null if nobody looked
   * @param history what was known before; whether this snapshot was taken in already, with the same
   *     pair, makes no difference
   * @param tolerance by how much the look that tells of it may lie after the moment, zero or more
   * @param moment for which moment to tell it
   * @source S-V2 (only the primary tells of the last data sync)
   */
  static Exposure of(
      @Nullable AppliancePair pair,
      @Nullable PairSnapshot snapshot,
      PairHistory history,
      Duration tolerance,
      Instant moment) {
    return snapshot == null
        ? PairView.remembered(pair, history, tolerance, moment)
        : PairView.of(pair, snapshot, history, moment).exposure(tolerance);
  }

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

  /** Returns the look that tells of the last data sync, be its age known or not; empty if none. */
  default Optional<Observation.Seen> teller() {
    return fold(
        judged -> Optional.of(judged.toldBy()),
        notJudged -> Optional.ofNullable(notJudged.toldBy()));
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
   * @param toldBy the look that told of a data sync without an age that can be told; null if no
   *     look tells of one that counts
   * @since 0.1
   */
  record NotJudged(String why, @Nullable Seen toldBy) implements Exposure {

    /** Checks that there is a reason. */
    public NotJudged {
      requireNonNull(why, "why");
    }

    /** Makes one where no look tells of a data sync that counts. */
    public NotJudged(String why) {
      this(why, null);
    }
  }
}
