// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose time is believed when a clock was wrong.
 *
 * <p>Numbers say in which order backups were stored, and the clock says when. Where the two
 * disagree, some times are wrong, and nobody says which. The fewest that have to be wrong are taken
 * for wrong: what is left is the longest run in which the times rise with the numbers.
 */
final class ClockOrder {

  private ClockOrder() {}

  /**
   * Returns the backups whose time is believed.
   *
   * @param ofOneAppliance in the order in which they were stored, the oldest first
   */
  static Set<ArchivedBackup> believed(List<ArchivedBackup> ofOneAppliance) {
    int count = ofOneAppliance.size();
    int[] length = new int[count];
    int[] before = new int[count];
    int best = -1;
    for (int i = 0; i < count; i++) {
      length[i] = 1;
      before[i] = -1;
      for (int j = 0; j < i; j++) {
        boolean rises = !at(ofOneAppliance, j).isAfter(at(ofOneAppliance, i));
        if (rises && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      // Of runs of one length the last one counts: it ends with what was stored last.
      if (best < 0 || length[i] >= length[best]) {
        best = i;
      }
    }
    Deque<ArchivedBackup> run = new ArrayDeque<>();
    for (int i = best; i >= 0; i = before[i]) {
      run.addFirst(ofOneAppliance.get(i));
    }
    return new HashSet<>(run);
  }

  private static Instant at(List<ArchivedBackup> backups, int index) {
    return backups.get(index).manifest().startedAt();
  }
}
