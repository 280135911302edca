// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Digests one backup after the other, and writes down what came of it where that can be written.
 * What was digested is told in any case.
 */
final class Verifying {

  private final ArchiveWriting writing;
  private final InstantSource clock;
  private Duration patience;
  private boolean clearedUp;

  Verifying(ArchiveWriting writing, InstantSource clock) {
    this.writing = writing;
    this.clock = clock;
    this.patience = writing.patience();
  }

  /** Returns what came of it; empty if somebody deleted the backup meanwhile. */
  Optional<VerifiedBackup> verify(ArchivedBackup backup) {
    VerificationResult result;
    try {
      result = Digests.compare(backup.file(), backup.manifest());
    } catch (ClosedByInterruptException e) {
      throw writing.failure("read", e);
    }
    if (isGone(backup)) {
      return Optional.empty();
    }
    Verification verification = new Verification(clock.instant(), result);
    try {
      ArchivedBackup written =
          writing.update(
              backup.name(), manifest -> manifest.with(verification), patience, !clearedUp);
      clearedUp = true;
      return Optional.of(new VerifiedBackup(written, null));
    } catch (ArchiveBusyException e) {
      // One who brings a backup home writes for long: the others need not wait for that, too.
      patience = Duration.ZERO;
      return unwritten(backup, verification, e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // The manifest was damaged meanwhile, unless somebody deleted the backup.
      return isGone(backup) ? Optional.empty() : unwritten(backup, verification, e);
    }
  }

  private static boolean isGone(ArchivedBackup backup) {
    return !Files.exists(backup.folder(), LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<VerifiedBackup> unwritten(
      ArchivedBackup backup, Verification verification, RuntimeException why) {
    ArchivedBackup known =
        new ArchivedBackup(backup.folder(), backup.manifest().with(verification), backup.fault());
    return Optional.of(new VerifiedBackup(known, String.valueOf(why.getMessage())));
  }
}
