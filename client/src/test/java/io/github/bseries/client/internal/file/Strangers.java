// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** People who own files that are not ours. */
public final class Strangers {

  private static final int NOBODY = 65_534;

  private Strangers() {}

  /** Gives a file to nobody and his group, where this is run by root; else it stays as it is. */
  public static void giveAway(Path file) throws IOException {
    if (Files.getAttribute(file, "unix:uid").equals(0)) {
      Files.setAttribute(file, "unix:uid", NOBODY);
      Files.setAttribute(file, "unix:gid", NOBODY);
    }
  }
}
