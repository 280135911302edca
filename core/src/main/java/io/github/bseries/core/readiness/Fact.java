// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule needs: known, or missing with the reason why.
 *
 * <p>A rule that is written with facts cannot forget the case in which one is missing: {@link
 * #judge} asks it for a verdict on what is known, and is not judged otherwise.
 *
 * @param <T> what is known
 * @since 0.1
 */
public sealed interface Fact<T> {

  /** Returns a fact that is known. */
  static <T> Fact<T> known(T value) {
    return new Known<>(value);
  }

  /**
   * Returns a fact that is missing.
   *
   * @param reason what is missing or too old, as a sentence without a full stop
   */
  static <T> Fact<T> missing(String reason) {
    return new Missing<>(reason);
  }

  /** Returns this value as a fact; null is missing for this reason. */
  static <T> Fact<T> ofNullable(@Nullable T value, String reason) {
    return value == null ? missing(reason) : known(value);
  }

  /**
   * Returns what the one function that fits makes of this fact.
   *
   * @param known takes what is known
   * @param missing takes what is missing
   * @param <R> what the functions make
   */
  default <R extends @Nullable Object> R fold(
      Function<? super Known<T>, ? extends R> known,
      Function<? super Missing<T>, ? extends R> missing) {
    return this instanceof Known<T> it ? known.apply(it) : missing.apply((Missing<T>) this);
  }

  /** Returns what follows from this fact, if it is known. */
  default <R> Fact<R> map(Function<? super T, ? extends R> function) {
    return flatMap(value -> known(function.apply(value)));
  }

  /** Returns the fact to which this one leads, if it is known. */
  default <R> Fact<R> flatMap(Function<? super T, Fact<R>> function) {
    return fold(known -> function.apply(known.value()), missing -> missing(missing.reason()));
  }

  /** Returns what follows from both facts. If both are missing, both reasons are told. */
  default <U, R> Fact<R> with(
      Fact<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
    return fold(
        one -> other.map(value -> function.apply(one.value(), value)),
        missing ->
            other.fold(
                known -> missing(missing.reason()),
                too ->
                    missing(
                        too.reason().equals(missing.reason())
                            ? missing.reason()
                            : missing.reason() + "; " + too.reason())));
  }

  /** Returns the verdict on what is known; not judged if it is missing. */
  default Verdict judge(Function<? super T, Verdict> function) {
    return fold(
        known -> function.apply(known.value()), missing -> Verdict.notJudged(missing.reason()));
  }

  /**
   * It is known.
   *
   * @param value what is known
   * @param <T> what is known
   * @since 0.1
   */
  record Known<T>(T value) implements Fact<T> {

    /** Checks that there is something. */
    public Known {
      requireNonNull(value, "value");
    }
  }

  /**
   * It is not known, or known from too long ago.
   *
   * @param reason what is missing or too old
   * @param <T> what would be known
   * @since 0.1
   */
  record Missing<T>(String reason) implements Fact<T> {

    /**
     * Checks that there is a reason.
     *
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public Missing {
      if (requireNonNull(reason, "reason").isBlank()) {
        throw new IllegalArgumentException("reason is blank; say what is missing");
      }
    }
  }
}
