// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * There is not enough room for a backup on the disk, seen before it was asked for or while it came
 * in. No file of it is left. The same call may go well when there is more room.
 *
 * @since 0.1
 */
public final class DiskFullException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private final long neededBytes;
  private final long usableBytes;

  /**
   * Makes the exception; for those, too, who bring backups from elsewhere.
   *
   * @param folder where the backup was to be
   * @param neededBytes how many bytes had to be free
   * @param usableBytes how many were
   */
  public DiskFullException(Path folder, long neededBytes, long usableBytes) {
    super(
        "there is not enough room for a backup in "
            + folder
            + ": "
            + neededBytes
            + " bytes have to be free, and "
            + usableBytes
            + " are; free some, or choose another disk. Nothing was kept of this backup",
        new FileSystemException(folder.toString(), null, "not enough room"));
    this.neededBytes = neededBytes;
    this.usableBytes = usableBytes;
  }

  /** Returns how many bytes had to be free, with those that are to stay free. */
  public long neededBytes() {
    return neededBytes;
  }

  /** Returns how many bytes were free. */
  public long usableBytes() {
    return usableBytes;
  }
}
