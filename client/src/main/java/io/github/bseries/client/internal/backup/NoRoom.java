// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import java.io.IOException;
import java.nio.file.Path;

/** A disk has not enough room for what is to come. */
public final class NoRoom extends IOException {

  private static final long serialVersionUID = 1L;

  private final long neededBytes;
  private final long usableBytes;

  NoRoom(Path folder, long neededBytes, long usableBytes) {
    super(folder + " has " + usableBytes + " bytes free, and " + neededBytes + " are needed");
    this.neededBytes = neededBytes;
    this.usableBytes = usableBytes;
  }

  /** Returns how many bytes had to be free. */
  public long neededBytes() {
    return neededBytes;
  }

  /** Returns how many were. */
  public long usableBytes() {
    return usableBytes;
  }
}
