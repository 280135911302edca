// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of one part of a recovery kit: it is there, it is missing, or there is nothing
 * to keep. That nobody said anything is none of these, and stands as null where a part can stand.
 *
 * @param <T> what is kept
 * @since 0.1
 */
public sealed interface KitPart<T> {

  /** Returns that it is kept. */
  static <T> KitPart<T> ready(T copy) {
    return new Ready<>(copy);
  }

  /** Returns that it should be kept and is not. */
  static <T> KitPart<T> lacking() {
    return new Lacking<>();
  }

  /**
   * Returns that there is nothing of this kind to keep.
   *
   * @param reason why, on one line of at most 200 characters, such as {@code the Vault is not used}
   * @throws IllegalArgumentException if {@code reason} is blank, too long or more than one line
   */
  static <T> KitPart<T> nothingToKeep(String reason) {
    return new NothingToKeep<>(reason);
  }

  /** Returns what is kept; empty if nothing is. */
  default Optional<T> copy() {
    return fold(ready -> Optional.of(ready.kept()), l -> Optional.empty(), n -> Optional.empty());
  }

  /**
   * Returns what the one function that fits makes of this part.
   *
   * @param ready takes what is kept
   * @param lacking takes what is missing
   * @param nothingToKeep takes what cannot be kept
   * @param <R> what the functions make
   */
  default <R extends @Nullable Object> R fold(
      Function<? super Ready<T>, ? extends R> ready,
      Function<? super Lacking<T>, ? extends R> lacking,
      Function<? super NothingToKeep<T>, ? extends R> nothingToKeep) {
    if (this instanceof Ready<T> it) {
      return ready.apply(it);
    }
    if (this instanceof Lacking<T> it) {
      return lacking.apply(it);
    }
    return nothingToKeep.apply((NothingToKeep<T>) this);
  }

  /**
   * It is kept.
   *
   * @param kept what, since when, and where; never the thing itself
   * @param <T> what is kept
   * @since 0.1
   */
  record Ready<T>(T kept) implements KitPart<T> {

    /** Checks that nothing is null. */
    public Ready {
      requireNonNull(kept, "kept");
    }
  }

  /**
   * It should be kept and is not.
   *
   * @param <T> what should be kept
   * @since 0.1
   */
  record Lacking<T>() implements KitPart<T> {}

  /**
   * There is nothing of this kind, or this appliance does not give it, or the vendor keeps it.
   *
   * @param reason why, for a human to read
   * @param <T> what would be kept
   * @since 0.1
   */
  record NothingToKeep<T>(String reason) implements KitPart<T> {

    /**
     * Takes away the white space around the reason.
     *
     * @throws IllegalArgumentException if {@code reason} is blank, longer than 200 characters or
     *     more than one line
     */
    public NothingToKeep {
      reason = KitText.checked("reason", reason);
    }
  }
}
