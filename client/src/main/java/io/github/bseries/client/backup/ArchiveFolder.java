// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.internal.json.form.Problems;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the folder of an archive. Needs no lock: what it finds is whole, or is not looked at. */
final class ArchiveFolder {

  private final List<ArchivedBackup> backups = new ArrayList<>();
  private final List<ArchiveRemark> remarks = new ArrayList<>();

  private ArchiveFolder() {}

  /** Returns all that is in the folder. */
  static ArchiveCatalogue read(Path archive) throws IOException {
    ArchiveFolder folder = new ArchiveFolder();
    for (Path entry : entries(archive)) {
      folder.add(entry);
    }
    return new ArchiveCatalogue(folder.backups, folder.remarks);
  }

  /** Returns the backup of this name, or nothing and why not. */
  static ArchiveCatalogue read(Path archive, String name) throws IOException {
    ArchiveFolder folder = new ArchiveFolder();
    for (Path entry : entries(archive)) {
      if (name.equals(name(entry))) {
        folder.add(entry);
      }
    }
    return new ArchiveCatalogue(folder.backups, folder.remarks);
  }

  /** Returns what is in a folder, by name. */
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private void add(Path entry) throws IOException {
    String name = name(entry);
    if (name.equals(ArchiveNames.LOCK)) {
      return;
    }
    if (ArchiveNames.isUnfinished(name)) {
      remark(entry, ArchiveRemark.Kind.UNFINISHED, "is being written or deleted, or is left over");
    } else if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      remark(entry, ArchiveRemark.Kind.FOREIGN, "is nothing that an archive makes");
    } else {
      addFolder(entry);
    }
  }

  private void addFolder(Path folder) throws IOException {
    Path manifest = folder.resolve(ArchiveNames.MANIFEST);
    try {
      if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
        addWithoutManifest(folder);
        return;
      }
      addBackup(folder, manifest);
    } catch (ClosedByInterruptException e) {
      // Says nothing about the file: somebody interrupted this thread.
      throw e;
    } catch (NoSuchFileException e) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        remark(manifest, ArchiveRemark.Kind.DAMAGED, "went away while it was read");
      }
    } catch (AccessDeniedException e) {
      remark(folder, ArchiveRemark.Kind.DAMAGED, "must not be read by this user: " + e);
    } catch (IOException e) {
      remark(manifest, ArchiveRemark.Kind.DAMAGED, "cannot be read: " + e);
    }
  }

  /**
   * What an archive makes has a manifest from the moment on at which it has a name, until it has
   * none any more. So one that is called like a backup, or holds one, lost its manifest.
   */
  private void addWithoutManifest(Path folder) throws IOException {
    // Listed in any case, since a folder that may not be read must not be taken for an empty one.
    boolean holdsBackup =
        entries(folder).stream().anyMatch(file -> ArchiveNames.endsAsBackup(name(file)));
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (holdsBackup || ArchiveNames.isFolder(name(folder))) {
      remark(
          folder,
          ArchiveRemark.Kind.DAMAGED,
          "has no " + ArchiveNames.MANIFEST + " in it, and is called like a backup or holds one");
    } else {
      remark(folder, ArchiveRemark.Kind.FOREIGN, "has no " + ArchiveNames.MANIFEST + " in it");
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void addBackup(Path folder, Path manifest) throws IOException {
    Problems problems = new Problems();
    BackupManifest read = ManifestForm.read(manifest, problems);
    if (read == null) {
      remark(
          manifest,
          ArchiveRemark.Kind.DAMAGED,
          "is no manifest of a backup: "
              + problems.list().stream()
                  .map(problem -> problem.path() + ": " + problem.message())
                  .collect(Collectors.joining("; ")));
      return;
    }
    ArchivedBackup backup = look(folder, read);
    if (backup.fault() != null && !Files.exists(manifest)) {
      throw new NoSuchFileException(manifest.toString(), null, "it is being deleted");
    }
    for (Path other : others(folder, read)) {
      boolean part = ArchiveNames.isManifestPart(name(other));
      remark(
          other,
          part ? ArchiveRemark.Kind.UNFINISHED : ArchiveRemark.Kind.FOREIGN,
          part ? "is a manifest in the making, or is left over" : "does not belong to the backup");
    }
    backups.add(backup);
  }

  /** Returns what is in the folder of a backup besides its two files. */
  static List<Path> others(Path folder, BackupManifest manifest) throws IOException {
    return entries(folder).stream()
        .filter(
            file -> {
              String name = name(file);
              return !name.equals(ArchiveNames.MANIFEST) && !name.equals(manifest.file());
            })
        .toList();
  }

  /** Returns a backup with what a look at its file shows. */
  static ArchivedBackup look(Path folder, BackupManifest manifest) throws IOException {
    return new ArchivedBackup(folder, manifest, fault(folder.resolve(manifest.file()), manifest));
  }

  private static @Nullable VerificationResult fault(Path file, BackupManifest manifest)
      throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return VerificationResult.MISSING;
    }
    if (!attributes.isRegularFile()) {
      return VerificationResult.MISSING;
    }
    return attributes.size() == manifest.sizeBytes() ? null : VerificationResult.WRONG_SIZE;
  }

  private void remark(Path path, ArchiveRemark.Kind kind, String text) {
    remarks.add(new ArchiveRemark(path, kind, text));
  }
}
