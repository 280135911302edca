// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of /appliance of one side, as text or as pictures of the pages.
 *
 * <p>A group of settings that is in neither set was not declared: nobody knows whether it is
 * written down or would have to be.
 *
 * @param takenAt when it was written down, by the system time on the Status page; of several days
 *     the first
 * @param written what is written down; in the order of the constants
 * @param notNeeded what there is nothing to write down of, since it is not used, was never changed,
 *     or is managed by the vendor; in the order of the constants
 * @param keptAt where the notes lie, on one line of at most 200 characters; null if that was not
 *     declared
 * @source S2 "Back Up /appliance", S2 "Backup Procedures"
 * @since 0.1
 */
public record ApplianceNotes(
    Instant takenAt,
    Set<ApplianceSetting> written,
    Set<ApplianceSetting> notNeeded,
    @Nullable String keptAt) {

  /**
   * Keeps copies of the sets.
   *
   * @throws IllegalArgumentException if a constant is in both sets, or {@code keptAt} is blank, too
   *     long or more than one line
   */
  public ApplianceNotes {
    requireNonNull(takenAt, "takenAt");
    written = EnumSets.copy(ApplianceSetting.class, written, "written");
    notNeeded = EnumSets.copy(ApplianceSetting.class, notNeeded, "notNeeded");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
    for (ApplianceSetting setting : written) {
      if (notNeeded.contains(setting)) {
        throw new IllegalArgumentException(
            setting + " is written and notNeeded, must be one of the two");
      }
    }
  }

  /** Returns what is neither written down nor said to be not needed; a set of its own. */
  public Set<ApplianceSetting> undeclared() {
    EnumSet<ApplianceSetting> rest = EnumSet.allOf(ApplianceSetting.class);
    rest.removeAll(written);
    rest.removeAll(notNeeded);
    return rest;
  }
}
