// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import io.github.bseries.core.pair.ApplianceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down of the Status page of one appliance. Notes of that appliance are named
 * by it.
 *
 * @param serialNumber its serial number; null if it was not written down
 * @param baseSoftware the version of its base software, as the page shows it; null if it was not
 *     written down
 * @param version the software of the site that it runs; null if it was not written down
 * @source S2 "Backup Procedures", S2 "Recover /login" (what the vendor's support asks for)
 * @since 0.1
 */
public record StatusPage(
    @Nullable String serialNumber,
    @Nullable String baseSoftware,
    @Nullable ApplianceVersion version) {

  /**
   * Takes away the white space around the texts.
   *
   * @throws IllegalArgumentException if a text is blank, longer than 200 characters or more than
   *     one line
   */
  public StatusPage {
    serialNumber = KitText.checkedIfThere("serialNumber", serialNumber);
    baseSoftware = KitText.checkedIfThere("baseSoftware", baseSoftware);
  }

  /** Returns whether all three are written down. */
  public boolean isComplete() {
    return serialNumber != null && baseSoftware != null && version != null;
  }
}
