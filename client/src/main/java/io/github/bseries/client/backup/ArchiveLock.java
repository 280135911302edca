// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.Waiter;
import io.github.bseries.client.internal.file.ExclusiveLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to an archive: one at a time, among all processes. It ends with the process,
 * however that ends.
 */
final class ArchiveLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path archive;
  private final ExclusiveLock lock;

  private ArchiveLock(Path archive, ExclusiveLock lock) {
    this.archive = archive;
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
    ExclusiveLock lock = ExclusiveLock.tryAcquire(real.resolve(ArchiveNames.LOCK));
    return lock == null ? null : new ArchiveLock(real, lock);
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
    lock.close();
  }
}
