// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an appliance tells of the data sync that was last: when, and how it went, in its own words.
 *
 * <p>Which side tells it is not settled: one source says the primary only. An appliance that says
 * nothing of it has no {@code LastDataSync} at all, which is not the same as "never synced".
 *
 * @param time when it was, on the appliance's clock; null if the appliance did not say, or said it
 *     in a form that could not be understood: then {@code timeText} is what is left
 * @param timeText the time as the appliance wrote it; null if it wrote none
 * @param status how it went, as the appliance wrote it; null if it wrote nothing. The words are not
 *     documented, so nothing is read into them
 * @source D-HEALTH {@code <last_data_sync_time ts="…">}, {@code <last_data_sync_status>}; S-V2 (the
 *     primary only)
 * @since 0.1
 */
public record LastDataSync(
    @Nullable Instant time, @Nullable String timeText, @Nullable String status) {

  /**
   * Checks that something is known.
   *
   * @throws IllegalArgumentException if all three are null: that is no sync, and no value either
   */
  public LastDataSync {
    if (time == null && timeText == null && status == null) {
      throw new IllegalArgumentException("a last data sync must have a time, a text or a status");
    }
  }

  String summary() {
    String when =
        timeText == null ? String.valueOf(time == null ? "at no told time" : time) : timeText;
    return "last data sync " + when + (status == null ? "" : " " + Quoted.of(status));
  }
}
