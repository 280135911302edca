// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.backup.RetentionPlan;
import io.github.bseries.core.backup.RetentionPolicy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy would delete from an archive. Nothing is deleted by saying so.
 *
 * @param policy the policy; protected backups are kept, whatever it says of them
 * @param retention what it says of each backup whose time is believed
 * @param timeInDoubt the backups that were stored before others and are dated after them, or the
 *     other way round: a clock was wrong. No policy can place them, so they are kept
 * @since 0.1
 */
public record PrunePlan(
    RetentionPolicy policy, RetentionPlan retention, List<ArchivedBackup> timeInDoubt) {

  /** Keeps a copy of the list. */
  public PrunePlan {
    requireNonNull(policy, "policy");
    requireNonNull(retention, "retention");
    timeInDoubt = List.copyOf(timeInDoubt);
  }

  /** Returns the names of the backups that would be deleted. */
  public List<String> dropped() {
    return retention.dropped().stream().map(backup -> backup.name()).toList();
  }

  /** Returns one line for each backup, for a human to read. Its form may change. */
  public String summary() {
    return Stream.concat(
            retention.decisions().stream().map(decision -> decision.summary()),
            timeInDoubt.stream()
                .map(
                    backup ->
                        "keep " + backup.name() + ": its time is in doubt, a clock was wrong"))
        .collect(Collectors.joining("\n"));
  }
}
