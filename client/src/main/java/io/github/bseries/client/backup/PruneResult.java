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
 * @since 0.1
 */
public record PruneResult(List<ArchivedBackup> deleted, Map<String, String> left) {

  /** Keeps copies. */
  public PruneResult {
    deleted = List.copyOf(requireNonNull(deleted, "deleted"));
    left = Map.copyOf(requireNonNull(left, "left"));
  }

  /** Returns how many bytes of backups are gone. */
  public long deletedBytes() {
    return deleted.stream().mapToLong(backup -> backup.manifest().sizeBytes()).sum();
  }
}
