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
 *     the run was left unfinished, and one if it made up for the side that the run before a restart
 *     had left
 * @param unfinished why it was not carried out as a whole; null if it was
 * @param failure what was thrown and ended the run; null if nothing was
 * @param pruned what was deleted afterwards; null if that was not asked for, or the run did not go
 *     well
 * @param pruneFailure what kept it from deleting; null if nothing did. What was stored is stored
 * @since 0.1
 */
public record ScheduledRun(
    Instant dueAt,
    Instant startedAt,
    Instant endedAt,
    List<SideBackup> sides,
    @Nullable String unfinished,
    @Nullable Throwable failure,
    @Nullable PruneResult pruned,
    @Nullable Throwable pruneFailure) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if there are more than two sides, or none and no reason
   */
  public ScheduledRun {
    requireNonNull(dueAt, "dueAt");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(endedAt, "endedAt");
    sides = List.copyOf(requireNonNull(sides, "sides"));
    if (sides.size() > 2) {
      throw new IllegalArgumentException("sides has " + sides.size() + ", at most 2 are allowed");
    }
    if (sides.isEmpty() && unfinished == null) {
      throw new IllegalArgumentException("unfinished is missing, and so are the sides");
    }
  }

  /** Returns what came of both sides; empty if one was not asked. */
  public Optional<PairBackup> backup() {
    return isOfBoth(sides)
        ? Optional.of(new PairBackup(sides.get(0), sides.get(1)))
        : Optional.empty();
  }

  /**
   * Returns whether it was carried out as a whole and {@linkplain PairBackup#isSuccess() went
   * well}, and no backup turned out bad before others were deleted. What kept it from deleting is
   * no part of that: look at {@link #pruneFailure()}, too.
   */
  public boolean isSuccess() {
    return unfinished == null && wentWell(sides) && (pruned == null || pruned.bad().isEmpty());
  }

  private static boolean isOfBoth(List<SideBackup> sides) {
    return sides.size() == PairSide.values().length;
  }

  /** Returns whether these are as they should be: both, or the one that had been left. */
  static boolean wentWell(List<SideBackup> sides) {
    return isOfBoth(sides)
        ? new PairBackup(sides.get(0), sides.get(1)).isSuccess()
        : sides.stream()
            .allMatch(it -> it.fold(stored -> true, SideBackup.Missed::isRefusalOfBackupNode));
  }

  /** Returns the backups that were stored. */
  static Stream<ArchivedBackup> stored(List<SideBackup> sides) {
    return sides.stream()
        .flatMap(it -> it.fold(stored -> Stream.of(stored.backup()), missed -> Stream.empty()));
  }

  /**
   * Returns a line for the run, one for each side, and one for each backup that turned out bad
   * before others were deleted, for a human to read. Its form may change.
   */
  public String summary() {
    String head =
        startedAt
            + ": "
            + (isSuccess() ? "went well" : "did not go well")
            + (unfinished == null ? "" : ", " + unfinished)
            + (pruneFailure == null ? "" : ", but nothing could be deleted: " + pruneFailure);
    Stream<String> bad =
        pruned == null
            ? Stream.empty()
            : pruned.bad().stream().map(it -> "bad, as was seen before deleting: " + it.summary());
    return Stream.of(Stream.of(head), sides.stream().map(SideBackup::summary), bad)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
