// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.NsbOrigin;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.ApplianceId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One backup of an archive, as it was when the archive was read.
 *
 * @param folder the folder in which its file and its manifest are
 * @param manifest what the manifest says
 * @param fault what a look at the file showed, without reading it: that it is missing or has
 *     another size; null if neither
 * @since 0.1
 */
public record ArchivedBackup(
    Path folder, BackupManifest manifest, @Nullable VerificationResult fault) {

  /** Checks that nothing needed is null. */
  public ArchivedBackup {
    requireNonNull(folder, "folder");
    requireNonNull(manifest, "manifest");
  }

  /** Returns what tells it from the others of the archive: the name of its folder. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Returns where its file is. */
  public Path file() {
    return folder.resolve(manifest.file());
  }

  /** Returns the appliance that it is from. */
  public ApplianceId appliance() {
    return manifest.appliance();
  }

  /**
   * Returns whether it is believed to be whole and from its appliance: its end was proven, no other
   * appliance answered right after it, its file is there with the right size, and was intact when
   * it was last digested, if it ever was.
   */
  public boolean isGood() {
    return !isSuspect()
        && manifest.end() != BackupEnd.UNPROVEN
        && manifest.applianceAfter() == null;
  }

  /** Returns whether a look at the file, or the last time it was digested, speaks against it. */
  boolean isSuspect() {
    Verification last = manifest.verification();
    return fault != null || (last != null && !last.isIntact());
  }

  /**
   * Returns whether it may be whole: nothing proves that it is not. A file that could not be read
   * once may be fine, and so may one without a proven end, or of which it is not known from which
   * of two appliances it is.
   */
  boolean mayBeWhole() {
    Verification last = manifest.verification();
    return !isSuspect()
        || (fault == null && last != null && last.result() == VerificationResult.UNREADABLE);
  }

  /** Returns it as the retention policy sees it. */
  public StoredBackup stored() {
    return stored(isGood());
  }

  StoredBackup stored(boolean good) {
    return new StoredBackup(
        name(),
        appliance(),
        manifest.startedAt(),
        manifest.sizeBytes(),
        good,
        manifest.isProtected());
  }

  /** Returns it as a recovery kit sees it. Who knows its password, no manifest tells. */
  public NsbCopy copy() {
    return new NsbCopy(stored(), manifest.version(), NsbOrigin.API, null);
  }

  /** Returns what matters most of it on one line, for a human to read. Its form may change. */
  public String summary() {
    Verification last = manifest.verification();
    return name()
        + ", "
        + manifest.role().literal()
        + (manifest.version() == null ? "" : ", " + manifest.version())
        + ", "
        + manifest.sizeBytes()
        + " bytes, "
        + (manifest.isEncrypted() ? "encrypted, " : "")
        + state(last)
        + (manifest.applianceAfter() == null
            ? ""
            : ", perhaps from appliance " + manifest.applianceAfter())
        + (manifest.isProtected() ? ", protected" : "");
  }

  private String state(@Nullable Verification last) {
    if (fault != null) {
      return fault.title();
    }
    return last == null ? "not verified" : last.result().title() + " at " + last.at();
  }
}
