// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.Waiter;
import io.github.bseries.client.internal.file.OwnFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to an archive: one at a time, among all processes. It ends with the process,
 * however that ends.
 */
final class ArchiveLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * The archives that are being written to in this process. The lock of the system holds for whole
   * processes; and to close a second channel to its file would release it on many systems, so none
   * must be opened.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path archive;
  private final FileChannel channel;
  private final FileLock lock;

  private ArchiveLock(Path archive, FileChannel channel, FileLock lock) {
    this.archive = archive;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Returns the right to write.
   *
   * @param patience for how long to wait while somebody else has it
   * @throws ArchiveBusyException if the time is over, or the thread is interrupted
   */
  static ArchiveLock acquire(Path archive, Duration patience, Waiter waiter) throws IOException {
    Duration waited = Duration.ZERO;
    while (true) {
      ArchiveLock lock = tryAcquire(archive);
      if (lock != null) {
        return lock;
      }
      if (waited.compareTo(patience) >= 0) {
        throw new ArchiveBusyException(
            "somebody else has been writing to the archive "
                + archive
                + " for "
                + waited
                + "; nothing was changed, try again later");
      }
      try {
        waiter.await(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ArchiveBusyException(
            "interrupted while somebody else wrote to the archive " + archive);
      }
      waited = waited.plus(PAUSE);
    }
  }

  /** Returns the right to write at once; null if somebody else has it. */
  static @Nullable ArchiveLock tryAcquire(Path archive) throws IOException {
    Path real = archive.toRealPath();
    if (!HELD_HERE.add(real)) {
      return null;
    }
    boolean acquired = false;
    try {
      ArchiveLock lock = lock(real);
      acquired = lock != null;
      return lock;
    } finally {
      if (!acquired) {
        HELD_HERE.remove(real);
      }
    }
  }

  private static @Nullable ArchiveLock lock(Path real) throws IOException {
    Path file = real.resolve(ArchiveNames.LOCK);
    FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            OwnFolder.ofFile(file));
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? null : new ArchiveLock(real, channel, lock);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  /** Clears up what a process left behind that died while it had the right to write. */
  void clearLeftovers() throws IOException {
    Leftovers.clear(archive);
  }

  /** Does the same if nobody has the right now; else, or if nothing can be written, nothing. */
  static void clearLeftoversIfFree(Path archive) {
    try {
      if (!Leftovers.areIn(archive)) {
        return;
      }
      try (ArchiveLock lock = tryAcquire(archive)) {
        if (lock != null) {
          lock.clearLeftovers();
        }
      }
    } catch (IOException e) {
      // To read the archive is all that can be done here, and is allowed.
      return;
    }
  }

  /** Gives the right back. */
  @Override
  public void close() throws IOException {
    try (FileChannel closed = channel) {
      if (closed.isOpen()) {
        lock.release();
      }
    } finally {
      HELD_HERE.remove(archive);
    }
  }
}
