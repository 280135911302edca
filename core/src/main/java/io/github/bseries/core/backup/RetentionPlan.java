// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a policy says of a list of backups. Nothing is deleted by saying so.
 *
 * @param decisions one for each file, in the order in which the files were handed in
 * @since 0.1
 */
public record RetentionPlan(List<RetentionDecision> decisions) {

  /** Keeps a copy of the list. */
  public RetentionPlan {
    decisions = List.copyOf(requireNonNull(decisions, "decisions"));
  }

  /** Returns the files that are kept, in the order in which they were handed in. */
  public List<StoredBackup> kept() {
    return backups(true);
  }

  /** Returns the files that are dropped, in the order in which they were handed in. */
  public List<StoredBackup> dropped() {
    return backups(false);
  }

  /**
   * Returns the size of all files that are dropped, in bytes; {@link Long#MAX_VALUE} if it is
   * larger than that.
   */
  public long droppedBytes() {
    return dropped().stream()
        .mapToLong(StoredBackup::sizeBytes)
        .reduce(0, (sum, size) -> size > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + size);
  }

  private List<StoredBackup> backups(boolean kept) {
    return decisions.stream()
        .filter(decision -> decision.isKept() == kept)
        .map(RetentionDecision::backup)
        .toList();
  }
}
