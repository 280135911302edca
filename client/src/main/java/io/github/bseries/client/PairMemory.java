// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of a pair, or of one appliance: in a file that several programs share, or in
 * this process alone. It is the one place that knows of role changes that were asked for and not
 * yet seen. Safe for use by several threads.
 *
 * <p>With a file, the file is the truth, and what this process knows stands in for it only where it
 * is gone or cannot be read.
 */
final class PairMemory {

  private static final Logger LOG = LoggerFactory.getLogger(PairMemory.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A change follows right on the look before it, or it is not sent. */
  private static final Duration PATIENCE_OF_CHANGES = Duration.ofSeconds(1);

  private final @Nullable HistoryStore store;
  private PairHistory known = PairHistory.none();
  private boolean looked;
  private @Nullable String lastTrouble;

  private PairMemory(@Nullable HistoryStore store) {
    this.store = store;
  }

  /** Returns a memory that ends with this process. */
  static PairMemory ofProcess() {
    return new PairMemory(null);
  }

  /** Returns the memory in a file. */
  static PairMemory in(HistoryStore store) {
    return new PairMemory(store);
  }

  /** Takes a look at the whole pair; says of it what is new to somebody, once. */
  synchronized Remembered after(PairSnapshot snapshot) {
    PairHistory own = looked ? known : null;
    Remembered made = store == null ? afterHere(own, snapshot) : afterIn(store, own, snapshot);
    known = made.history();
    looked = true;
    String trouble = made.trouble().orElse(null);
    if (trouble != null && !Objects.equals(trouble, lastTrouble)) {
      LOG.warn("{}", trouble);
    }
    lastTrouble = trouble;
    return made;
  }

  private Remembered afterHere(@Nullable PairHistory own, PairSnapshot snapshot) {
    PairHistory next = known.after(snapshot);
    return own == null ? new Remembered.Begun(next) : new Remembered.Kept(own, next);
  }

  private Remembered afterIn(HistoryStore file, @Nullable PairHistory own, PairSnapshot snapshot) {
    PairHistory here = known;
    try {
      HistoryStore.Found found = file.update(PATIENCE, it -> base(it, here).after(snapshot));
      PairHistory next = base(found, here).after(snapshot);
      if (found.damaged() != null) {
        return new Remembered.BegunAnew(next, found.damaged(), damage(file, found));
      }
      return found.history() == null
          ? new Remembered.Begun(next)
          : new Remembered.Kept(found.history(), next);
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      PairHistory before = readable(file, own);
      return new Remembered.NotKept(
          before,
          (before == null ? here : before).after(snapshot),
          "the look was not remembered in " + file + ": " + words(e));
    }
  }

  /** Leaves everything as it is, for this reason. */
  synchronized Remembered unchanged(String reason) {
    return new Remembered.NotKept(looked ? known : null, known, reason);
  }

  /** What cannot be written can often be read. */
  private static @Nullable PairHistory readable(HistoryStore file, @Nullable PairHistory own) {
    try {
      PairHistory read = file.read();
      return read == null ? own : read;
    } catch (UncheckedIOException | InvalidFileException e) {
      return own;
    }
  }

  private static PairHistory base(HistoryStore.Found found, PairHistory here) {
    PairHistory history = found.history();
    return history == null ? here : history;
  }

  /**
   * Takes a look at one appliance: a role that is seen is not pending any more. It is no look at
   * the pair, and nothing else of it is kept.
   */
  synchronized void saw(Observation.Seen look) {
    if (known.requested().stream().noneMatch(request -> request.isSeenIn(look))) {
      return;
    }
    PairHistory here = without(known, look);
    HistoryStore file = store;
    try {
      if (file != null) {
        file.update(PATIENCE, found -> without(base(found, here), look));
      }
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      LOG.warn("a role change that was seen is still remembered in {}: {}", file, words(e));
    }
    known = here;
  }

  /**
   * Remembers a role change that is about to be asked for.
   *
   * @param look the look right before it
   * @return why it must not be sent; null if it may
   */
  synchronized @Nullable String begin(RequestedRole request, Observation.Seen look) {
    PairHistory here = without(known, look);
    HistoryStore file = store;
    if (file == null) {
      String objection = objection(here);
      known = objection == null ? here.withRequest(request) : here;
      return objection;
    }
    try {
      HistoryStore.Found found =
          file.update(
              PATIENCE_OF_CHANGES,
              it -> {
                PairHistory base = without(base(it, here), look);
                return it.damaged() == null && objection(base) == null
                    ? base.withRequest(request)
                    : base;
              });
      PairHistory base = without(base(found, here), look);
      String objection = found.damaged() == null ? objection(base) : damage(file, found);
      known = objection == null ? base.withRequest(request) : base;
      return objection;
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      return "the request cannot be remembered in " + file + ": " + words(e);
    }
  }

  /** Takes that a request was not carried out, nor will be: not sent, or refused. */
  synchronized void forget(RequestedRole request) {
    known = known.dismissing(request);
    HistoryStore file = store;
    try {
      if (file != null) {
        PairHistory here = known;
        file.update(PATIENCE, found -> base(found, here).dismissing(request));
      }
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      LOG.warn("a role change that will not come is still remembered in {}: {}", file, words(e));
    }
  }

  /**
   * Returns what was asked for and not yet seen.
   *
   * @throws InvalidFileException if the file is damaged or of a later version
   * @throws UncheckedIOException if the file cannot be read
   */
  synchronized List<RequestedRole> pending() {
    HistoryStore file = store;
    PairHistory read = file == null ? null : file.read();
    return (read == null ? known : read).requested();
  }

  /**
   * Forgets what somebody made sure of.
   *
   * @throws InvalidFileException if the file is of a later version
   * @throws UncheckedIOException if the file cannot be read or written; it is not forgotten then
   */
  synchronized void dismiss(List<RequestedRole> requests) {
    HistoryStore file = store;
    PairHistory here = known;
    try {
      if (file != null) {
        file.update(PATIENCE, found -> without(base(found, here), requests));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing was dismissed in " + file + ": " + words(e), e);
    }
    known = without(here, requests);
  }

  private static @Nullable String objection(PairHistory history) {
    List<RequestedRole> pending = history.requested();
    return pending.isEmpty()
        ? null
        : pending.get(0) + ", which is not seen yet; wait for it, or dismiss it";
  }

  private static String damage(HistoryStore file, HistoryStore.Found found) {
    return "the memory "
        + file
        + " was damaged, and begins anew: whether a role change was asked for before is not known."
        + " It lies in "
        + found.damaged()
        + " now. "
        + found.damage();
  }

  private static PairHistory without(PairHistory history, Observation.Seen look) {
    return without(
        history, history.requested().stream().filter(request -> request.isSeenIn(look)).toList());
  }

  private static PairHistory without(PairHistory history, List<RequestedRole> requests) {
    PairHistory left = history;
    for (RequestedRole request : requests) {
      left = left.dismissing(request);
    }
    return left;
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
