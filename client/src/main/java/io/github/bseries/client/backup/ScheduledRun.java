// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairSide;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run of a schedule.
 *
 * @param dueAt when it was to begin
 * @param startedAt when it began: later where a run was made up for
 * @param endedAt when it was over
 * @param sides what came of the sides that were asked, the normal primary first; fewer than two if
 *     the run was left unfinished
 * @param unfinished why it was not carried out as a whole; null if it was
 * @param failure what was thrown and ended the run; null if nothing was
 * @param pruned what was deleted afterwards; null if that was not asked for, or the run did not go
 *     well
 * @since 0.1
 */
public record ScheduledRun(
    Instant dueAt,
    Instant startedAt,
    Instant endedAt,
    List<SideBackup> sides,
    @Nullable String unfinished,
    @Nullable Throwable failure,
    @Nullable PruneResult pruned) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if there are more than two sides, or fewer and no reason
   */
  public ScheduledRun {
    requireNonNull(dueAt, "dueAt");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(endedAt, "endedAt");
    sides = List.copyOf(requireNonNull(sides, "sides"));
    if (sides.size() > 2) {
      throw new IllegalArgumentException("sides has " + sides.size() + ", at most 2 are allowed");
    }
    if (sides.size() < 2 && unfinished == null) {
      throw new IllegalArgumentException("unfinished is missing, and so is a side");
    }
  }

  /** Returns what came of both sides; empty if one was not asked. */
  public Optional<PairBackup> backup() {
    return sides.size() == PairSide.values().length
        ? Optional.of(new PairBackup(sides.get(0), sides.get(1)))
        : Optional.empty();
  }

  /**
   * Returns whether it was carried out as a whole and {@linkplain PairBackup#isSuccess() went
   * well}.
   */
  public boolean isSuccess() {
    return unfinished == null && backup().map(PairBackup::isSuccess).orElse(false);
  }

  /** Returns a line for the run and one for each side, for a human to read. Its form may change. */
  public String summary() {
    String head =
        startedAt
            + ": "
            + (isSuccess() ? "went well" : "did not go well")
            + (unfinished == null ? "" : ", " + unfinished);
    return Stream.concat(Stream.of(head), sides.stream().map(SideBackup::summary))
        .collect(Collectors.joining("\n"));
  }
}
