// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process left behind that died while it wrote. Who clears it up has the lock, so nobody
 * writes it any more.
 */
final class Leftovers {

  private Leftovers() {}

  /** Returns whether there is anything to clear up, or being written now. */
  static boolean areIn(Path archive) throws IOException {
    return ArchiveFolder.read(archive).remarks().stream()
        .anyMatch(remark -> remark.kind() == ArchiveRemark.Kind.UNFINISHED);
  }

  /**
   * Clears up, and returns what was deleted. What cannot be deleted stays, and stays a remark of
   * the catalogue: it must not keep tonight's backup from being stored.
   */
  static List<Path> clear(Path archive) throws IOException {
    List<Path> cleared = new ArrayList<>();
    for (Path entry : ArchiveFolder.entries(archive)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        clearIfPossible(entry, cleared);
      }
    }
    return List.copyOf(cleared);
  }

  private static void clearIfPossible(Path folder, List<Path> cleared) {
    try {
      clear(folder, cleared);
    } catch (IOException e) {
      return;
    }
  }

  private static void clear(Path folder, List<Path> cleared) throws IOException {
    if (ArchiveNames.isUnfinished(String.valueOf(folder.getFileName()))) {
      deleteFolder(folder);
      cleared.add(folder);
      return;
    }
    for (Path file : ArchiveFolder.entries(folder)) {
      if (ArchiveNames.isManifestPart(String.valueOf(file.getFileName()))) {
        Files.deleteIfExists(file);
        cleared.add(file);
      }
    }
  }

  /** Deletes a folder of ours and the files in it, the manifest as the last of them. */
  static void deleteFolder(Path folder) throws IOException {
    Path manifest = folder.resolve(ArchiveNames.MANIFEST);
    for (Path file : ArchiveFolder.entries(folder)) {
      if (!file.equals(manifest)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(manifest);
    Files.deleteIfExists(folder);
  }
}
