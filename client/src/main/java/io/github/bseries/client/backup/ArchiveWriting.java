// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.Waiter;
import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.client.internal.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Writes to the folder of an archive, one at a time among all threads and processes. */
final class ArchiveWriting {

  private final Path folder;
  private final Duration patience;
  private final Waiter waiter;

  ArchiveWriting(Path folder, Duration patience, Waiter waiter) {
    this.folder = folder;
    this.patience = patience;
    this.waiter = waiter;
  }

  /** Returns how long to wait while somebody else writes. */
  Duration patience() {
    return patience;
  }

  /** Clears up what is left of others, and does this. */
  <T> T run(Write<T> write) {
    return run(
        patience,
        lock -> {
          lock.clearLeftovers();
          return write.run();
        });
  }

  /** Writes another manifest of a backup; clears nothing up if told so. */
  ArchivedBackup update(
      String name, UnaryOperator<BackupManifest> change, Duration longestWait, boolean clearUp) {
    return run(
        longestWait,
        lock -> {
          if (clearUp) {
            lock.clearLeftovers();
          }
          ArchivedBackup backup = find(name);
          return write(backup, change.apply(backup.manifest()));
        });
  }

  ArchivedBackup write(ArchivedBackup backup, BackupManifest manifest) throws IOException {
    WholeFile.replace(backup.folder().resolve(ArchiveNames.MANIFEST), ManifestForm.bytes(manifest));
    return ArchiveFolder.look(backup.folder(), manifest);
  }

  /**
   * Reads one backup.
   *
   * @throws IllegalArgumentException if there is none, or its manifest is damaged
   */
  ArchivedBackup find(String name) {
    requireNonNull(name, "name");
    ArchiveCatalogue found;
    try {
      found = ArchiveFolder.read(folder, name);
    } catch (IOException e) {
      throw failure("read", e);
    }
    return found
        .named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no backup "
                        + name
                        + " in the archive "
                        + folder
                        + (found.remarks().isEmpty() ? "" : ": " + found.remarks().get(0))));
  }

  UncheckedIOException failure(String verb, IOException e) {
    return new UncheckedIOException("cannot " + verb + " the archive " + folder + ": " + e, e);
  }

  private <T> T run(Duration longestWait, Locked<T> write) {
    try {
      makeFolder();
      try (ArchiveLock lock = ArchiveLock.acquire(folder, longestWait, waiter)) {
        return write.run(lock);
      }
    } catch (IOException e) {
      throw failure("write to", e);
    }
  }

  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        OwnFolder.create(folder);
      } catch (FileAlreadyExistsException e) {
        // Another process may have made it in this instant. Anything else there is no folder.
        if (!Files.isDirectory(folder)) {
          throw new NotDirectoryException(folder.toString());
        }
      }
    }
  }

  /** Something that is done under the lock. */
  interface Write<T> {
    T run() throws IOException;
  }

  private interface Locked<T> {
    T run(ArchiveLock lock) throws IOException;
  }
}
