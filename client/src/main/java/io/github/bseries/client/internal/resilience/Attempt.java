// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How one attempt at a read ended.
 *
 * @param outcome returns what came of it, or throws
 * @param repeatable whether another attempt may fare better
 * @param earliest how long the other side asked to wait before that; zero if it did not
 * @param <T> what is read
 */
public record Attempt<T>(Supplier<T> outcome, boolean repeatable, Duration earliest) {

  /** Returns an attempt that brought this, which is not what was hoped for if it is repeatable. */
  public static <T> Attempt<T> brought(T value, boolean repeatable, Duration earliest) {
    return new Attempt<>(() -> value, repeatable, earliest);
  }

  /** Returns an attempt that failed with this exception. */
  public static <T> Attempt<T> failed(RuntimeException e, boolean repeatable, Duration earliest) {
    return new Attempt<>(
        () -> {
          throw e;
        },
        repeatable,
        earliest);
  }
}
