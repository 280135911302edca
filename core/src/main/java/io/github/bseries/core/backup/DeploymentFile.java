// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one virtual appliance is installed from: a file for its platform, or on AWS an image that
 * the vendor shared.
 *
 * @param savedAt when it was saved, or last seen to be shared
 * @param keptAt where it lies, on one line of at most 200 characters; null if that was not declared
 * @source S2 "RS Virtual Appliances"
 * @since 0.1
 */
public record DeploymentFile(Instant savedAt, @Nullable String keptAt) {

  /**
   * Takes away the white space around the place.
   *
   * @throws IllegalArgumentException if {@code keptAt} is blank, too long or more than one line
   */
  public DeploymentFile {
    requireNonNull(savedAt, "savedAt");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
  }
}
