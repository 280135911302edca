// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.client.internal.file.ExclusiveLock;
import io.github.bseries.core.pair.PairHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history file of a pair, read and written by one at a time, among all programs that come to it
 * by this class.
 */
final class HistoryStore {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** How long others take has nothing to do with the time that a test may step. */
  private static final Waiter WAITER = Waiter.ofSystem();

  private static final DateTimeFormatter IN_NAMES =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String DAMAGED = ".damaged-";
  private static final String DISMISSED = ".dismissed-";

  private final Path file;
  private final InstantSource clock;
  private final Writer writer;

  HistoryStore(Path file, InstantSource clock) {
    this(file, clock, HistoryFile::write);
  }

  HistoryStore(Path file, InstantSource clock, Writer writer) {
    this.file = file;
    this.clock = clock;
    this.writer = writer;
  }

  /** Puts a history into a file; one that fails may have put it there nevertheless. */
  interface Writer {
    void write(PairHistory history, Path file);
  }

  /**
   * What was found in the file and beside it.
   *
   * @param history what it held; null if there was none, or a damaged one
   * @param damaged where a damaged file lies that nobody dismissed, now or since an earlier look;
   *     the latest of several; null if there is none
   * @param damage what is wrong with the file that was moved aside now; null if none was
   */
  record Found(@Nullable PairHistory history, @Nullable Path damaged, @Nullable String damage) {}

  /** Makes the next history of what was found; null to leave the file as it is. */
  interface Step {
    @Nullable PairHistory next(Found found);
  }

  /** Returns what the file holds now; null if there is none. */
  @Nullable PairHistory read() {
    return HistoryFile.read(file).orElse(null);
  }

  /**
   * Reads the file and writes what comes next, while nobody else does. A damaged file is moved
   * aside first.
   *
   * @param patience how long to wait for others
   * @return what was found
   * @throws IOException if that cannot be done; the message says why
   * @throws InvalidFileException if the file is of a later version or of another kind; it is left
   *     as it is
   */
  Found update(Duration patience, Step step) throws IOException {
    // A thread that was interrupted could write nothing, and the interrupt is about other things.
    boolean interrupted = Thread.interrupted();
    try {
      Path target = target();
      ExclusiveLock lock = acquire(target, patience);
      try {
        Found found = find(target);
        PairHistory next = step.next(found);
        if (next != null) {
          writer.write(next, target);
        }
        return found;
      } finally {
        lock.close();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Path target() throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no folder " + folder + "; make it first");
    }
    return folder.toRealPath().resolve(name.toString());
  }

  /** Returns the right to change a file, in its real folder, once nobody else has it. */
  static ExclusiveLock acquire(Path target, Duration patience) throws IOException {
    Path beside = target.resolveSibling("." + target.getFileName() + ".lock");
    long start = System.nanoTime();
    while (true) {
      ExclusiveLock lock = ExclusiveLock.tryAcquire(beside);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start >= patience.toNanos()) {
        throw new IOException("somebody else has been at it for " + patience.toMillis() + " ms");
      }
      try {
        WAITER.await(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while somebody else was at it", e);
      }
    }
  }

  /**
   * Returns the damaged files beside it that nobody dismissed, the latest last. They stand for what
   * may have been asked for and is not known any more; so nothing can lose that, not even a process
   * that ends between the move and the next file.
   */
  List<Path> damaged() throws IOException {
    return damagedBeside(target());
  }

  /** Renames a damaged file, so that it stands for nothing any more; it is not deleted. */
  void dismiss(Path damaged, Duration patience) throws IOException {
    Path target = target();
    String name = String.valueOf(damaged.getFileName());
    String mark = target.getFileName() + DAMAGED;
    Path there = target.resolveSibling(name);
    ExclusiveLock lock = acquire(target, patience);
    try {
      if (name.startsWith(mark) && Files.exists(there)) {
        Path aside = free(target, DISMISSED + name.substring(mark.length()));
        Files.move(there, aside, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      lock.close();
    }
  }

  private static List<Path> damagedBeside(Path target) throws IOException {
    String mark = target.getFileName() + DAMAGED;
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> String.valueOf(it.getFileName()).startsWith(mark)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Found find(Path target) throws IOException {
    try {
      PairHistory history = HistoryFile.read(target).orElse(null);
      List<Path> before = damagedBeside(target);
      return new Found(history, before.isEmpty() ? null : before.get(before.size() - 1), null);
    } catch (InvalidFileException e) {
      if (e.isOfLaterVersion() || e.isOfAnotherKind()) {
        throw e;
      }
      Path aside = aside(target);
      Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
      return new Found(null, aside, String.valueOf(e.getMessage()));
    }
  }

  private Path aside(Path target) {
    Instant now = clock.instant();
    return free(target, DAMAGED + IN_NAMES.format(now));
  }

  /** A name beside it that is free; nobody else is moving anything here now. */
  private static Path free(Path target, String ending) {
    String name = target.getFileName() + ending;
    Path aside = target.resolveSibling(name);
    for (int more = 2; Files.exists(aside); more++) {
      aside = target.resolveSibling(name + "-" + more);
    }
    return aside;
  }

  /** Returns the file. */
  @Override
  public String toString() {
    return file.toString();
  }
}
