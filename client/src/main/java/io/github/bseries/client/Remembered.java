// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairHistory;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the memory of a pair at one look. Where a {@link PairClient} was given no file,
 * the memory is that of the client, and ends with it.
 *
 * @since 0.1
 */
public sealed interface Remembered {

  /** Returns what is known now, this look included; also where it could not be kept. */
  PairHistory history();

  /**
   * Returns what was known before this look. Empty if nothing was: then nobody knows whether a role
   * change was asked for before, and a rule that needs to know is not judged.
   */
  default Optional<PairHistory> before() {
    if (this instanceof Kept kept) {
      return Optional.of(kept.former);
    }
    return this instanceof NotKept not ? Optional.ofNullable(not.known) : Optional.empty();
  }

  /** Returns what somebody should be told of the memory; empty if it is as it should be. */
  default Optional<String> trouble() {
    if (this instanceof BegunAnew anew) {
      return Optional.of(anew.reason);
    }
    return this instanceof NotKept not ? Optional.of(not.reason) : Optional.empty();
  }

  /**
   * The look was added to what was known before.
   *
   * @param former what was known before
   * @param history what is known now
   * @since 0.1
   */
  record Kept(PairHistory former, PairHistory history) implements Remembered {

    /** Checks that nothing is null. */
    public Kept {
      requireNonNull(former, "former");
      requireNonNull(history, "history");
    }
  }

  /**
   * There was no memory, and it begins with this look.
   *
   * @param history what is known now
   * @since 0.1
   */
  record Begun(PairHistory history) implements Remembered {

    /** Checks that nothing is null. */
    public Begun {
      requireNonNull(history, "history");
    }
  }

  /**
   * The file was damaged, at this look or at an earlier one. It lies under another name, and the
   * memory began anew. What was remembered is lost to this program, also that a role change may
   * still come; so each look says this, and no role change is sent, until somebody dismisses the
   * damaged file ({@link PairClient#dismissDamagedHistoryFile}).
   *
   * @param history what is known now
   * @param movedTo where the damaged file lies now, the latest of several
   * @param reason what was wrong with it and where it lies, for a human to read
   * @since 0.1
   */
  record BegunAnew(PairHistory history, Path movedTo, String reason) implements Remembered {

    /** Checks that nothing is null. */
    public BegunAnew {
      requireNonNull(history, "history");
      requireNonNull(movedTo, "movedTo");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The look could not be kept: the file cannot be read or written, or it is of a later version or
   * of another kind, and was left alone. No role change is sent as long as that is so.
   *
   * @param known what was known before, from the file if it could be read, else from this client;
   *     null if nothing was
   * @param history what this client knows now
   * @param reason why it was not kept, for a human to read
   * @since 0.1
   */
  record NotKept(@Nullable PairHistory known, PairHistory history, String reason)
      implements Remembered {

    /** Checks that nothing needed is null. */
    public NotKept {
      requireNonNull(history, "history");
      requireNonNull(reason, "reason");
    }
  }
}
