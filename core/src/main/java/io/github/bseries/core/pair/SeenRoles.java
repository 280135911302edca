// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The roles of both sides, and how long they have been seen like that.
 *
 * @param primary the role of the normal primary
 * @param backup the role of the normal backup
 * @param since when both were first seen in these roles. Looks that did not see both are no break,
 *     as long as none saw another role
 * @param seenAt when both were last seen in these roles
 * @since 0.1
 */
public record SeenRoles(FailoverRole primary, FailoverRole backup, Instant since, Instant seenAt) {

  /**
   * Checks that the span has no negative length.
   *
   * @throws IllegalArgumentException if {@code seenAt} is before {@code since}
   */
  public SeenRoles {
    requireNonNull(primary, "primary");
    requireNonNull(backup, "backup");
    if (requireNonNull(seenAt, "seenAt").isBefore(requireNonNull(since, "since"))) {
      throw new IllegalArgumentException("seenAt is " + seenAt + ", before since " + since);
    }
  }

  /** Returns whether exactly one side is primary and the other is backup. */
  public boolean isOnePrimary() {
    return primary != backup && primary != FailoverRole.NONE && backup != FailoverRole.NONE;
  }

  boolean isSameAs(SeenRoles other) {
    return primary == other.primary && backup == other.backup;
  }

  /** Whether one of the roles is another now; a role that was not seen contradicts nothing. */
  boolean isContradictedBy(Optional<FailoverRole> ofPrimary, Optional<FailoverRole> ofBackup) {
    return ofPrimary.filter(role -> role != primary).isPresent()
        || ofBackup.filter(role -> role != backup).isPresent();
  }

  /** These roles, with the longer span if they are those that were known before. */
  SeenRoles continuing(@Nullable SeenRoles known) {
    return known != null && isSameAs(known)
        ? new SeenRoles(primary, backup, LookOrder.since(known.since, seenAt), seenAt)
        : this;
  }
}
