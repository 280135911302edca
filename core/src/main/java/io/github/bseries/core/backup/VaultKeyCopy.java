// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the Vault encryption key was saved, and where. Never the key.
 *
 * @param savedAt when it was downloaded
 * @param password whether a password protects it, as it must, and who knows that; null if that was
 *     not declared
 * @param keptAt where the file lies, on one line of at most 200 characters; null if that was not
 *     declared
 * @source S2 "Back Up Vault Encryption Key"
 * @since 0.1
 */
public record VaultKeyCopy(
    Instant savedAt, @Nullable PasswordCustody password, @Nullable String keptAt) {

  /**
   * Takes away the white space around the place.
   *
   * @throws IllegalArgumentException if {@code keptAt} is blank, too long or more than one line
   */
  public VaultKeyCopy {
    requireNonNull(savedAt, "savedAt");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
  }
}
