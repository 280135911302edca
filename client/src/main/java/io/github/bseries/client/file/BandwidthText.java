// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.pair.Bandwidth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bandwidth as a whole number and a unit: {@code 10 Mbit/s}. A megabit is a million bits, as
 * lines are sold. Which unit the page of the appliance has is not documented.
 */
final class BandwidthText {

  private static final Pattern TEXT =
      Pattern.compile("([1-9][0-9]{0,18}) ?(Gbit/s|Mbit/s|kbit/s|bytes/s)");

  private static final long KILOBIT_BYTES = 1_000 / 8;

  private BandwidthText() {}

  static Bandwidth parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "bandwidth must be a whole number above zero and a unit; write 10 Mbit/s (or Gbit/s,"
              + " kbit/s, bytes/s)");
    }
    try {
      long bytes = Math.multiplyExact(Long.parseLong(parts.group(1)), unitBytes(parts.group(2)));
      return new Bandwidth(bytes);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "bandwidth is too big; at most " + Long.MAX_VALUE + " bytes/s", e);
    }
  }

  /** Returns the bandwidth in the biggest unit that leaves a whole number. */
  static String of(Bandwidth bandwidth) {
    long bytes = bandwidth.bytesPerSecond();
    for (String unit : new String[] {"Gbit/s", "Mbit/s", "kbit/s"}) {
      if (bytes % unitBytes(unit) == 0) {
        return bytes / unitBytes(unit) + " " + unit;
      }
    }
    return bytes + " bytes/s";
  }

  private static long unitBytes(String unit) {
    return switch (unit) {
      case "Gbit/s" -> 1_000_000 * KILOBIT_BYTES;
      case "Mbit/s" -> 1_000 * KILOBIT_BYTES;
      case "kbit/s" -> KILOBIT_BYTES;
      default -> 1;
    };
  }
}
