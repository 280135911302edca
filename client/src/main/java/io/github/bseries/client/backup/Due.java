// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a run is due, and which sides it has to ask.
 *
 * @param at when it is, or was, to begin
 * @param sides the sides, the normal primary first: both as a rule, one if the other was stored
 *     since
 * @param since the run that this one follows, or of which it is the rest; null if there was none
 */
record Due(Instant at, List<PairSide> sides, @Nullable Instant since) {

  private static final List<PairSide> BOTH =
      List.of(PairSide.NORMAL_PRIMARY, PairSide.NORMAL_BACKUP);

  /**
   * Returns what is due, as far as is known without the archive.
   *
   * @param last when the last run began; null if that is not known
   */
  static Due after(@Nullable Instant last, BackupTimes times, Instant now) {
    return new Due(times.next(last, now), BOTH, last);
  }

  /** Returns whether it is time. */
  boolean isDue(Instant now) {
    return !at.isAfter(now);
  }

  /**
   * Returns what is due by what the archive keeps: then a run may have been made by hand, or before
   * a restart, which may have come between the sides. That of the normal primary tells when the
   * last run was, since it is asked first.
   *
   * @param primary when the newest backup of the normal primary was begun; null if there is none
   * @param backup the same of the normal backup
   * @param lag by how much the second side may come later than the first
   */
  Due by(
      @Nullable Instant primary,
      @Nullable Instant backup,
      Duration lag,
      BackupTimes times,
      Instant now) {
    Instant first = later(since, primary, now);
    Due run = after(first, times, now);
    if (run.isDue(now)) {
      boolean other =
          backup != null && !backup.isBefore(run.at) && !after(backup, times, now).isDue(now);
      return other ? new Due(run.at, List.of(PairSide.NORMAL_PRIMARY), backup) : run;
    }
    if (primary == null || !primary.equals(first)) {
      return run;
    }
    Instant then = now.plus(lag);
    boolean left =
        backup == null || (backup.isBefore(primary) && after(backup, times, then).isDue(then));
    return left ? new Due(primary, List.of(PairSide.NORMAL_BACKUP), primary) : run;
  }

  private static @Nullable Instant later(
      @Nullable Instant known, @Nullable Instant kept, Instant now) {
    if (kept == null) {
      return known;
    }
    return known == null || known.isAfter(now) || kept.isAfter(known) ? kept : known;
  }

  /** Returns when the run counts as begun that begins now: the rest of one is none of its own. */
  @Nullable Instant lastWhenBegun(Instant now) {
    return sides.equals(BOTH) ? now : since;
  }
}
