// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That data which an NSB leaves out is saved in another way.
 *
 * @param way which way
 * @param savedAt when that last happened
 * @param keptAt where the data lies, on one line of at most 200 characters; null if that was not
 *     declared
 * @source S2 "Back Up /login"
 * @since 0.1
 */
public record DataCopy(Way way, Instant savedAt, @Nullable String keptAt) {

  /**
   * Takes away the white space around the place.
   *
   * @throws IllegalArgumentException if {@code keptAt} is blank, too long or more than one line
   */
  public DataCopy {
    requireNonNull(way, "way");
    requireNonNull(savedAt, "savedAt");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
  }

  /**
   * How data is saved besides an NSB.
   *
   * @source S2 "Back Up /login"; copies by hand are assumed
   * @since 0.1
   */
  public enum Way {
    /** The vendor's Integration Client, on its schedule. */
    INTEGRATION_CLIENT,

    /** A program that asks the Reporting API. */
    REPORTING_API,

    /** Somebody who copies each file. */
    BY_HAND
  }
}
