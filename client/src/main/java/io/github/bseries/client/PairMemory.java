// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
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

  /** Fair, so that whoever asks for a role change is not passed by looks that come after it. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private volatile PairHistory known = PairHistory.none();
  private volatile boolean looked;
  private volatile @Nullable String lastTrouble;

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

  /** What is done while nobody else in this process is at it. */
  private interface Work<T> {
    T within(Duration left) throws IOException;
  }

  /**
   * Does something while nobody else in this process is at it. One limit holds for that wait and
   * for the one for other programs.
   *
   * @throws IOException if somebody else is at it for longer
   */
  private <T> T alone(Duration patience, Work<T> work) throws IOException {
    // As with the file: a thread that was interrupted remembers nevertheless.
    boolean interrupted = Thread.interrupted();
    long start = System.nanoTime();
    try {
      if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("another thread has been at it for " + patience.toSeconds() + " s");
      }
      try {
        Duration left = patience.minusNanos(System.nanoTime() - start);
        return work.within(left.isNegative() ? Duration.ZERO : left);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      throw new IOException("interrupted while another thread was at it", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes a look at the whole pair; trouble is for the caller to tell, and is not logged. */
  Remembered after(PairSnapshot snapshot) {
    Remembered made;
    try {
      made = alone(PATIENCE, left -> remember(snapshot, left));
    } catch (IOException e) {
      PairHistory here = known;
      made = new Remembered.NotKept(looked ? here : null, here.after(snapshot), notKept(e));
    }
    lastTrouble = made.trouble().orElse(null);
    return made;
  }

  /** Takes a look at the whole pair for a caller who is not told; trouble is logged when new. */
  void afterUntold(PairSnapshot snapshot) {
    String before = lastTrouble;
    String trouble = after(snapshot).trouble().orElse(null);
    if (trouble != null && !trouble.equals(before)) {
      LOG.warn("{}", trouble);
    }
  }

  private Remembered remember(PairSnapshot snapshot, Duration patience) {
    PairHistory own = looked ? known : null;
    HistoryStore file = store;
    Remembered made =
        file == null ? afterHere(own, snapshot) : afterIn(file, own, snapshot, patience);
    known = made.history();
    looked = true;
    return made;
  }

  private Remembered afterHere(@Nullable PairHistory own, PairSnapshot snapshot) {
    PairHistory next = known.after(snapshot);
    return own == null ? new Remembered.Begun(next) : new Remembered.Kept(own, next);
  }

  private Remembered afterIn(
      HistoryStore file, @Nullable PairHistory own, PairSnapshot snapshot, Duration patience) {
    PairHistory here = known;
    try {
      HistoryStore.Found found = file.update(patience, it -> base(it, here).after(snapshot));
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
          before, (before == null ? here : before).after(snapshot), notKept(e));
    }
  }

  private String notKept(Exception e) {
    return "the look was not remembered: " + words(store, e);
  }

  /** Leaves everything as it is, for this reason. */
  Remembered unchanged(String reason) {
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
   * Takes a look at one appliance: a role that is seen is not pending any more, whoever asked for
   * it. It is no look at the pair, and nothing else of it is kept.
   */
  void saw(Observation.Seen look) {
    HistoryStore file = store;
    PairHistory kept = file == null ? null : readable(file, null);
    if (isAnswered(known, look) || (kept != null && isAnswered(kept, look))) {
      settle("a role change that was seen", history -> without(history, look));
    }
  }

  private static boolean isAnswered(PairHistory history, Observation.Seen look) {
    return history.requested().stream().anyMatch(request -> request.isSeenIn(look));
  }

  /** Takes that a request was not carried out, nor will be: not sent, or refused. */
  void forget(RequestedRole request) {
    settle("a role change that will not come", history -> history.dismissing(request));
  }

  /** Takes something out; where that fails, it blocks the next change, which is the safe side. */
  private void settle(String what, UnaryOperator<PairHistory> without) {
    HistoryStore file = store;
    try {
      alone(
          PATIENCE,
          left -> {
            PairHistory here = without.apply(known);
            known = here;
            if (file != null) {
              told(file, file.update(left, found -> without.apply(base(found, here))));
            }
            return here;
          });
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      LOG.warn("{} is still remembered: {}", what, words(file, e));
    }
  }

  private static void told(HistoryStore file, HistoryStore.Found found) {
    if (found.damage() != null) {
      LOG.warn("{}", damage(file, found));
    }
  }

  /**
   * Remembers a role change that is about to be asked for.
   *
   * @param look the look right before it
   * @return why it must not be sent; null if it may
   */
  @Nullable String begin(RequestedRole request, Observation.Seen look) {
    try {
      return alone(PATIENCE_OF_CHANGES, left -> beginAlone(request, look, left)).orElse(null);
    } catch (IOException
        | UncheckedIOException
        | InvalidFileException
        | IllegalArgumentException e) {
      HistoryStore file = store;
      PairHistory kept = file == null ? null : readable(file, null);
      if (kept != null && kept.requested().contains(request)) {
        // The disk failed after the file was replaced: what is not sent must block nothing.
        forget(request);
      }
      return "the request cannot be remembered: " + words(store, e);
    }
  }

  private Optional<String> beginAlone(
      RequestedRole request, Observation.Seen look, Duration patience) throws IOException {
    PairHistory here = without(known, look);
    HistoryStore file = store;
    if (file == null) {
      String objection = objection(here);
      known = objection == null ? here.withRequest(request) : here;
      return Optional.ofNullable(objection);
    }
    HistoryStore.Found found =
        file.update(
            patience,
            it -> {
              PairHistory base = without(base(it, here), look);
              return it.damaged() == null && objection(base) == null
                  ? base.withRequest(request)
                  : base;
            });
    PairHistory base = without(base(found, here), look);
    String objection = found.damaged() == null ? objection(base) : damage(file, found);
    known = objection == null ? base.withRequest(request) : base;
    return Optional.ofNullable(objection);
  }

  /**
   * Returns what was asked for and not yet seen.
   *
   * @throws InvalidFileException if the file is damaged, of a later version or of another kind
   * @throws UncheckedIOException if the file cannot be read
   */
  List<RequestedRole> pending() {
    HistoryStore file = store;
    PairHistory read = file == null ? null : file.read();
    return (read == null ? known : read).requested();
  }

  /**
   * Returns the damaged files that stand for what may have been asked for; none in this process.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  List<Path> damaged() {
    HistoryStore file = store;
    try {
      return file == null ? List.of() : file.damaged();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for damaged files: " + words(file, e), e);
    }
  }

  /**
   * Lets a damaged file stand for nothing any more.
   *
   * @throws UncheckedIOException if it cannot be renamed; it is not dismissed then
   */
  void dismissDamaged(Path damaged) {
    HistoryStore file = store;
    if (file == null) {
      return;
    }
    try {
      alone(
          PATIENCE,
          left -> {
            file.dismiss(damaged, left);
            return damaged;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("nothing was dismissed: " + words(file, e), e);
    }
  }

  /**
   * Forgets what somebody made sure of.
   *
   * @throws InvalidFileException if the file is of a later version or of another kind
   * @throws UncheckedIOException if the file cannot be read or written; it is not forgotten then
   */
  void dismiss(List<RequestedRole> requests) {
    HistoryStore file = store;
    try {
      alone(
          PATIENCE,
          left -> {
            PairHistory here = known;
            if (file != null) {
              told(file, file.update(left, found -> without(base(found, here), requests)));
            }
            known = without(here, requests);
            return requests;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("nothing was dismissed: " + words(file, e), e);
    }
  }

  private static @Nullable String objection(PairHistory history) {
    List<RequestedRole> pending = history.requested();
    return pending.isEmpty()
        ? null
        : pending.get(0) + ", which is not seen yet; wait for it, or dismiss it";
  }

  private static String damage(HistoryStore file, HistoryStore.Found found) {
    String damage = found.damage();
    return "the memory "
        + file
        + " was damaged, and begins anew: whether a role change was asked for before is not known."
        + " It lies in "
        + found.damaged()
        + " now; make sure that none will come any more, and dismiss it."
        + (damage == null ? "" : " " + damage);
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

  /** The file's name is told once, whether the message has it or not. */
  private static String words(@Nullable HistoryStore file, Exception e) {
    String message = e.getMessage();
    String told = message == null ? e.getClass().getSimpleName() : message;
    if (e instanceof InvalidFileException no && no.isOfAnotherKind()) {
      told += "\n  $: it is no history file, and left as it is; was it named by mistake?";
    }
    return file == null || told.startsWith(file + ": ") ? told : file + ": " + told;
  }
}
