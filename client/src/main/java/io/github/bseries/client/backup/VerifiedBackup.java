// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A backup whose file was just digested again.
 *
 * @param backup the backup, with what came of it in its manifest
 * @param notWritten why that could not be written into the manifest on the disk, since somebody
 *     else writes to the archive or it cannot be written; null if it was
 * @since 0.1
 */
public record VerifiedBackup(ArchivedBackup backup, @Nullable String notWritten) {

  /** Checks that something came of it. */
  public VerifiedBackup {
    requireNonNull(backup, "backup");
    requireNonNull(backup.manifest().verification(), "verification");
  }

  /** Returns what came of digesting the file. */
  public Verification verification() {
    return requireNonNull(backup.manifest().verification(), "verification");
  }

  /** Returns whether the file is what it was when it was stored. */
  public boolean isIntact() {
    return verification().isIntact();
  }

  /** Returns whether what came of it stands in the manifest on the disk. */
  public boolean isWritten() {
    return notWritten == null;
  }

  /** Returns what came of it on one line, for a human to read. Its form may change. */
  public String summary() {
    return backup.summary() + (notWritten == null ? "" : ", not written down: " + notWritten);
  }
}
