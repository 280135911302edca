// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import org.jspecify.annotations.Nullable;

/**
 * Something about kept backups that a human should look at. None of them proves that a backup is
 * bad, but {@link Kind#FILE_IS_BAD}.
 *
 * @param kind what kind of thing
 * @param appliance the appliance whose backups it is about; null if that cannot be told
 * @param text what was found, in one sentence
 * @since 0.1
 */
public record BackupFinding(Kind kind, @Nullable ApplianceId appliance, String text) {

  /** Checks that nothing needed is null. */
  public BackupFinding {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** Returns the sentence. */
  @Override
  public String toString() {
    return text;
  }

  /**
   * What kind of thing was found.
   *
   * @since 0.1
   */
  public enum Kind {
    /**
     * There is no good backup of an appliance that should have one, or it is not known which
     * appliance that is.
     */
    SIDE_IS_MISSING,

    /** An appliance gave no backup when it was asked. */
    SIDE_GAVE_NONE,

    /** The newest good backup is older than was promised. */
    TOO_OLD,

    /** A file is missing, has another size, or changed. */
    FILE_IS_BAD,

    /** A manifest is gone or cannot be read. */
    MANIFEST_IS_DAMAGED,

    /** The newest backup is much smaller or bigger than those before it. */
    SIZE_IS_UNUSUAL,

    /** The backups have had the same content for long; logged data should change. */
    CONTENT_IS_THE_SAME,

    /** The newest backup is from another version than the one before it. */
    VERSION_CHANGED,

    /** It is not proven that the newest backup is whole. */
    END_IS_UNPROVEN,

    /** The appliance changed its role while it gave the newest backup. */
    ROLE_CHANGED,

    /** Another appliance answered after the newest backup than before it: it may be from either. */
    APPLIANCE_CHANGED,

    /** Backups are dated in another order than they were stored in, or into the future. */
    CLOCK_WAS_WRONG
  }
}
