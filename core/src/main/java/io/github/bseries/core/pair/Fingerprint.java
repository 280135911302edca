// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of something, by which two of it can be compared without showing either: of a
 * certificate, or of the inter-appliance key.
 *
 * <p>A fingerprint is made elsewhere, and the thing itself never gets here. Who knows the
 * fingerprint of a key can try out guesses of it, so a short key should be replaced by a long
 * random one before its fingerprint is written down.
 *
 * @param value 64 hexadecimal digits, kept in lower case and without colons, so that two spellings
 *     of one fingerprint are equal
 * @since 0.1
 */
public record Fingerprint(String value) {

  private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern WITH_COLONS =
      Pattern.compile("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){31}");

  /**
   * Puts the digits into lower case, and takes out the colons.
   *
   * @throws IllegalArgumentException if {@code value} is anything but 64 hexadecimal digits, all
   *     pairs of them parted by colons or none. The message does not repeat it: somebody may have
   *     given the key itself
   */
  public Fingerprint {
    requireNonNull(value, "value");
    if (!PLAIN.matcher(value).matches() && !WITH_COLONS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "fingerprint must be the 64 hexadecimal digits of a SHA-256 digest; never the key"
              + " itself");
    }
    value = value.replace(":", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the 64 digits. */
  @Override
  public String toString() {
    return value;
  }
}
