// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identity of one appliance, which it keeps whatever its role, its address and its name are.
 *
 * <p>It tells apart two appliances that answer under the same name, and one appliance that answers
 * under two.
 *
 * @param value 32 hexadecimal digits, without dashes; kept in lower case, so that two spellings of
 *     the same id are equal
 * @source D-HEALTH {@code <appliance id="…">}, W-RAGMOB (lower case), S-V2 (either case)
 * @since 0.1
 */
public record ApplianceId(String value) {

  private static final Pattern HEX_32 = Pattern.compile("[0-9a-fA-F]{32}");

  /**
   * Puts the digits into lower case.
   *
   * @throws IllegalArgumentException if {@code value} is anything but 32 hexadecimal digits
   */
  public ApplianceId {
    requireNonNull(value, "value");
    if (!HEX_32.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "appliance id is " + Quoted.of(value) + ", must be 32 hexadecimal digits without dashes");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Returns the 32 digits. */
  @Override
  public String toString() {
    return value;
  }
}
