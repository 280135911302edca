// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import io.github.bseries.client.internal.file.OwnFolder;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is on the disk of a file, as far as the system tells. */
public final class Room {

  private final Path folder;
  private final long spareBytes;
  private final Free free;

  Room(Path folder, long spareBytes, Free free) {
    this.folder = folder;
    this.spareBytes = spareBytes;
    this.free = free;
  }

  /** Where the number of free bytes comes from. */
  @FunctionalInterface
  interface Free {

    /** Returns how many bytes can be written; below zero if that is not known. */
    long bytes() throws IOException;
  }

  /**
   * Returns the room around a file.
   *
   * @param target a file in a folder that exists
   * @param spareBytes how many bytes have to stay free
   */
  public static Room around(Path target, long spareBytes) {
    Path folder = OwnFolder.of(target);
    return new Room(folder, spareBytes, () -> usable(folder));
  }

  /** A file system of unknown size may tell zero or a negative number. */
  private static long usable(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getTotalSpace() <= 0 ? -1 : store.getUsableSpace();
  }

  /**
   * Checks that so many more bytes can be written, and enough stays free.
   *
   * @throws NoRoom if not
   */
  public void check(long bytes) throws IOException {
    long usable = free.bytes();
    long needed = bytes > Long.MAX_VALUE - spareBytes ? Long.MAX_VALUE : bytes + spareBytes;
    if (usable >= 0 && usable < needed) {
      throw new NoRoom(folder, needed, usable);
    }
  }

  /** Returns what to throw after a write failed: that there is no room, if that is the cause. */
  IOException cause(IOException failed, long bytes) {
    try {
      long usable = free.bytes();
      if (usable >= 0 && usable < bytes) {
        NoRoom full = new NoRoom(folder, bytes + spareBytes, usable);
        full.addSuppressed(failed);
        return full;
      }
    } catch (IOException e) {
      failed.addSuppressed(e);
    }
    return failed;
  }
}
