// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether one backup is kept or dropped, and why.
 *
 * @param backup the file
 * @param reasons all reasons that keep it, or the one that drops it; never empty
 * @since 0.1
 */
public record RetentionDecision(StoredBackup backup, List<RetentionReason> reasons) {

  /**
   * Keeps a copy of the reasons.
   *
   * @throws IllegalArgumentException if there is no reason, or one keeps the file and another does
   *     not
   */
  public RetentionDecision {
    requireNonNull(backup, "backup");
    reasons = List.copyOf(requireNonNull(reasons, "reasons"));
    if (reasons.stream().map(RetentionReason::keeps).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "reasons are " + reasons + ", must all keep the backup or all drop it");
    }
  }

  /** Returns whether the file is kept. */
  public boolean isKept() {
    return reasons.get(0).keeps();
  }

  /** Returns the decision on one line, for a human to read. Its form may change. */
  public String summary() {
    return (isKept() ? "keep " : "drop ")
        + backup.name()
        + ": "
        + reasons.stream().map(RetentionReason::text).collect(Collectors.joining(", "));
  }
}
