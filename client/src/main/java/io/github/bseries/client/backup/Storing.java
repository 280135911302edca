// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.client.internal.file.WholeFile;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings one backup into an archive. File and manifest come into being in a hidden folder, and that
 * takes its name in one step when both are on the disk: so at no moment is one of them alone.
 */
final class Storing {

  private static final String NO_DIGEST = "0".repeat(64);

  /** For what comes later: the name of the file, protection, verification. */
  private static final int ROOM_FOR_MORE = 8 * 1024;

  private final Path archive;
  private final BackupSource source;
  private final StoreRequest request;
  private final ArchiveCatalogue before;
  private final long number;

  /**
   * Makes it ready.
   *
   * @param before what was in the archive right before
   */
  Storing(Path archive, BackupSource source, StoreRequest request, ArchiveCatalogue before) {
    this.archive = archive;
    this.source = source;
    this.request = request;
    this.before = before;
    this.number = NextNumber.after(before);
  }

  /** Returns the backup, or leaves nothing behind. */
  ArchivedBackup store(InstantSource clock) throws IOException {
    Instant startedAt = clock.instant();
    ApplianceHealth health = source.health();
    checkManifest(health, startedAt);
    Path work = ArchiveNames.storing(archive);
    OwnFolder.create(work);
    boolean stored = false;
    try {
      BackupManifest manifest = bring(work, health, startedAt, clock);
      Path folder = publish(work, manifest);
      stored = true;
      return ArchiveFolder.look(folder, manifest);
    } finally {
      if (!stored) {
        removeQuietly(work);
      }
    }
  }

  private BackupManifest bring(
      Path work, ApplianceHealth health, Instant startedAt, InstantSource clock)
      throws IOException {
    DownloadSettings settings = settings(health.applianceId());
    boolean encrypted = !settings.recipients().isEmpty();
    Path raw = work.resolve(ArchiveNames.encrypted("backup.nsb", encrypted));
    BroughtBackup brought = source.bring(raw, settings);
    Instant now = clock.instant();
    // A clock that was set back meanwhile says nothing; how long it took is known nevertheless.
    Instant endedAt = now.isBefore(startedAt) ? startedAt.plus(brought.duration()) : now;
    check(raw, brought, encrypted);
    String site = request.site();
    String place = site == null ? source.host() : site;
    String file =
        ArchiveNames.encrypted(
            ArchiveNames.file(brought.serverFileName(), health, place, startedAt), encrypted);
    BackupManifest manifest =
        manifest(file, health, after(), new Span(startedAt, endedAt), brought);
    Files.move(raw, work.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    write(manifest, work);
    return manifest;
  }

  private BackupManifest manifest(
      String file,
      ApplianceHealth health,
      @Nullable ApplianceHealth after,
      Span span,
      BroughtBackup brought) {
    ApplianceId appliance = health.applianceId();
    boolean another = after != null && !after.applianceId().equals(appliance);
    return new BackupManifest(
        number,
        file,
        appliance,
        source.host(),
        request.site(),
        health.failoverRole(),
        after == null || another ? null : after.failoverRole(),
        after == null || !another ? null : after.applianceId(),
        health.version(),
        brought.api(),
        span.startedAt,
        span.endedAt,
        brought.applianceClock(),
        brought.sizeBytes(),
        brought.sha256(),
        brought.end(),
        brought.passwordSent(),
        brought.encryption(),
        request.askedBy(),
        null,
        null);
  }

  /** From when to when it came in, on our clock. */
  private record Span(Instant startedAt, Instant endedAt) {}

  /**
   * What no manifest can hold is found before hours of download are spent on it, as far as it is
   * known by then.
   */
  private void checkManifest(ApplianceHealth health, Instant startedAt) {
    List<AgeRecipient> recipients = request.download().recipients();
    BroughtBackup expected =
        new BroughtBackup(
            Long.MAX_VALUE,
            NO_DIGEST,
            Duration.ZERO,
            startedAt,
            null,
            BackupEnd.UNPROVEN,
            "GET /api/backup",
            false,
            recipients.isEmpty()
                ? null
                : new BackupEncryption(recipients, Long.MAX_VALUE, NO_DIGEST));
    String file = ArchiveNames.encrypted("backup.nsb", !recipients.isEmpty());
    int bytes =
        ManifestForm.bytes(manifest(file, health, health, new Span(startedAt, startedAt), expected))
            .length;
    int most = ManifestForm.LONGEST_BYTES - ROOM_FOR_MORE;
    if (bytes > most) {
      throw new IllegalArgumentException(
          "the manifest would have "
              + bytes
              + " bytes before anything is added to it, must have "
              + most
              + " or fewer; "
              + recipients.size()
              + " recipients are too many");
    }
  }

  private static void write(BackupManifest manifest, Path work) throws IOException {
    OwnFolder.restrict(work.resolve(manifest.file()));
    Path written = work.resolve(ArchiveNames.MANIFEST);
    WholeFile.replace(written, ManifestForm.bytes(manifest));
    OwnFolder.restrict(written);
    OwnFolder.force(work);
  }

  private DownloadSettings settings(ApplianceId appliance) {
    DownloadSettings settings = request.download();
    OptionalLong last =
        before.of(appliance).backups().stream()
            .mapToLong(backup -> backup.manifest().plainSizeBytes())
            .findFirst();
    return last.isEmpty() || settings.expectedBytes().isPresent()
        ? settings
        : settings.toBuilder().expectedBytes(last.getAsLong()).build();
  }

  /** The backup is there by now, and is not lost for want of an answer to this. */
  private @Nullable ApplianceHealth after() {
    try {
      return source.health();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static void check(Path raw, BroughtBackup brought, boolean encrypted) throws IOException {
    if (encrypted != (brought.encryption() != null)) {
      throw new IOException(
          "the file should"
              + (encrypted ? "" : " not")
              + " be encrypted, and the source says the opposite");
    }
    if (!Files.isRegularFile(raw, LinkOption.NOFOLLOW_LINKS)
        || Files.size(raw) != brought.sizeBytes()) {
      throw new IOException(
          "the source says that it wrote "
              + brought.sizeBytes()
              + " bytes, and there are "
              + (Files.exists(raw) ? Files.size(raw) : "none"));
    }
  }

  /** Whoever else makes folders here has no lock; what is there is left alone. */
  private Path publish(Path work, BackupManifest manifest) throws IOException {
    String host = manifest.site() == null ? manifest.host() : manifest.site();
    String name = ArchiveNames.folder(manifest.startedAt(), host, manifest.appliance());
    for (int copy = 1; copy <= 1000; copy++) {
      Path folder = archive.resolve(copy == 1 ? name : name + "-" + copy);
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        OwnFolder.force(archive);
        return folder;
      }
    }
    throw new FileAlreadyExistsException(
        archive.resolve(name).toString(), null, "it exists a thousand times; clear up the archive");
  }

  /** What went wrong before is what counts; the next writer clears up what is left. */
  private static void removeQuietly(Path work) {
    try {
      Leftovers.deleteFolder(work);
    } catch (IOException e) {
      return;
    }
  }
}
