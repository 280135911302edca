// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A right that one has at a time, among all threads of all processes. It ends with the process,
 * however that ends; its file stays.
 */
public final class ExclusiveLock implements AutoCloseable {

  /**
   * The locks that are held in this process. The lock of the system holds for whole processes; and
   * to close a second channel to its file would release it on many systems, so none must be opened.
   * That does not hold where two class loaders of one process have this class each: they keep each
   * other out, and another process may get in between when one of them tries in vain.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private ExclusiveLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Returns the right at once; null if somebody else has it.
   *
   * @param file the file that stands for it, in a real folder; it is made if it is not there
   */
  public static @Nullable ExclusiveLock tryAcquire(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      return null;
    }
    boolean acquired = false;
    try {
      ExclusiveLock lock = lock(file);
      acquired = lock != null;
      return lock;
    } finally {
      if (!acquired) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static @Nullable ExclusiveLock lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            OwnFolder.ofFile(file));
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? null : new ExclusiveLock(file, channel, lock);
    } catch (OverlappingFileLockException e) {
      return null;
    } finally {
      if (lock == null) {
        channel.close();
      }
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
      HELD_HERE.remove(file);
    }
  }
}
