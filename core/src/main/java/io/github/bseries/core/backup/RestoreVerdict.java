// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * What the two versions say about restoring a backup.
 *
 * @source S2 "Recover /login"
 * @since 0.1
 */
public enum RestoreVerdict {
  /** Backup and target have the same product version. */
  SAME_VERSION("The backup can be restored.", true),

  /** The release notes list the step from the backup's version to the target's. */
  SUPPORTED_UPGRADE("The backup can be restored: the vendor tests this step.", true),

  /** The backup is older, and the step is not in the table. */
  UNLISTED_OLDER("Untested by the vendor: unexpected trouble and loss of data can follow.", false),

  /** The backup is newer than the target. */
  NEWER_THAN_TARGET(
      "Not supported, and major trouble follows. Bring the target to the backup's version first.",
      false),

  /** A version is not known or not understood. That is no permission. */
  NOT_JUDGED("Find out both versions before anything is restored.", false);

  private final String consequence;
  private final boolean supported;

  RestoreVerdict(String consequence, boolean supported) {
    this.consequence = consequence;
    this.supported = supported;
  }

  /** Returns what follows from it, for a human to read. */
  public String consequence() {
    return consequence;
  }

  /** Returns whether the vendor stands behind such a restore; unknown counts as no. */
  public boolean isSupported() {
    return supported;
  }
}
