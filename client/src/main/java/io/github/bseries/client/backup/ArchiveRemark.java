// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Something in the folder of an archive that is no backup of it. It is told, and left alone.
 *
 * @param path where it is
 * @param kind what it is
 * @param text what is to be said of it, for a human to read
 * @since 0.1
 */
public record ArchiveRemark(Path path, Kind kind, String text) {

  /** Checks that nothing is null. */
  public ArchiveRemark {
    requireNonNull(path, "path");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Returns all of it on one line. */
  @Override
  public String toString() {
    return path + ": " + text;
  }

  /**
   * What it is.
   *
   * @since 0.1
   */
  public enum Kind {
    /** Nothing that an archive makes. Nobody here touches it. */
    FOREIGN,

    /**
     * A backup whose manifest is gone, cannot be read or does not hold what it should. The file
     * beside it may be good; nothing of it is ever deleted.
     */
    DAMAGED,

    /**
     * Something that is being written, or was when a process died; the next writer clears it up.
     */
    UNFINISHED
  }
}
