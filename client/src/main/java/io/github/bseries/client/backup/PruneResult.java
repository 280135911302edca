// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What was deleted from an archive.
 *
 * @param deleted the backups that are gone
 * @param left why a backup that was to be deleted is still there, by its name
 * @param leftovers what could not be cleared up of a backup that is gone, by its name; the next one
 *     who writes to the archive tries again
 * @param verified the backups that stay and were verified before anything went
 * @since 0.1
 */
public record PruneResult(
    List<ArchivedBackup> deleted,
    Map<String, String> left,
    Map<String, String> leftovers,
    List<VerifiedBackup> verified) {

  /** Keeps copies. */
  public PruneResult {
    deleted = List.copyOf(requireNonNull(deleted, "deleted"));
    left = Map.copyOf(requireNonNull(left, "left"));
    leftovers = Map.copyOf(requireNonNull(leftovers, "leftovers"));
    verified = List.copyOf(requireNonNull(verified, "verified"));
  }

  /** Returns how many bytes of backups are gone. */
  public long deletedBytes() {
    return deleted.stream().mapToLong(backup -> backup.manifest().sizeBytes()).sum();
  }

  /** Returns the backups that turned out bad when they were verified. */
  public List<VerifiedBackup> bad() {
    return verified.stream().filter(backup -> !backup.isIntact()).toList();
  }
}
