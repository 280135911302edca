// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SourcedFact;
import java.util.List;
import java.util.Set;

/**
 * One kind of data of an appliance, and what a data sync does to it on each side.
 *
 * @param id a short name that stays, such as {@code user-accounts}; never blank
 * @param onPrimary what happens to it on the primary
 * @param onBackup what happens to it on the backup
 * @param documentedFor the products of which the sources say so; never empty. Of another product it
 *     is neither known nor ruled out
 * @param facts what the sources say, at least one sentence
 * @since 0.1
 */
public record SyncedData(
    String id,
    SyncEffect onPrimary,
    SyncEffect onBackup,
    Set<Product> documentedFor,
    List<SourcedFact> facts) {

  /**
   * Keeps copies of the collections.
   *
   * @throws IllegalArgumentException if {@code id} is blank, or a collection empty
   */
  public SyncedData {
    if (requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("id is blank");
    }
    requireNonNull(onPrimary, "onPrimary");
    requireNonNull(onBackup, "onBackup");
    documentedFor = Set.copyOf(requireNonNull(documentedFor, "documentedFor"));
    facts = List.copyOf(requireNonNull(facts, "facts"));
    if (documentedFor.isEmpty() || facts.isEmpty()) {
      throw new IllegalArgumentException(id + " has no product or no fact; it would be a guess");
    }
  }

  /** Returns whether a data sync brings it from the primary to the backup. */
  public boolean isCopied() {
    return onBackup.canLoseData();
  }

  /**
   * Returns what happens to it on the side with this role.
   *
   * @param role {@code PRIMARY} or {@code BACKUP}
   * @throws IllegalArgumentException if {@code role} is {@code NONE}: without a relationship there
   *     is no data sync
   */
  public SyncEffect on(FailoverRole role) {
    return switch (role) {
      case PRIMARY -> onPrimary;
      case BACKUP -> onBackup;
      case NONE ->
          throw new IllegalArgumentException(
              "role is NONE, must be PRIMARY or BACKUP; no sync runs");
    };
  }
}
