// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * How much data goes over a line in one second.
 *
 * <p>In which unit the appliance's own page counts is not documented, so nothing is assumed here:
 * the unit is said when a value is made.
 *
 * @param bytesPerSecond bytes in one second, 1 or more
 * @since 0.1
 */
public record Bandwidth(long bytesPerSecond) {

  private static final long BYTES_PER_MEGABIT = 1_000_000 / 8;

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if {@code bytesPerSecond} is zero or less
   */
  public Bandwidth {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytesPerSecond is " + bytesPerSecond + ", must be 1 up");
    }
  }

  /**
   * Returns the bandwidth of a line as lines are sold: a megabit is a million bits.
   *
   * @param megabitsPerSecond 1 to 73,786,976,294,838
   * @throws IllegalArgumentException if it is out of range
   */
  public static Bandwidth ofMegabitsPerSecond(long megabitsPerSecond) {
    if (megabitsPerSecond < 1 || megabitsPerSecond > Long.MAX_VALUE / BYTES_PER_MEGABIT) {
      throw new IllegalArgumentException(
          "megabitsPerSecond is "
              + megabitsPerSecond
              + ", must be 1 to "
              + Long.MAX_VALUE / BYTES_PER_MEGABIT);
    }
    return new Bandwidth(megabitsPerSecond * BYTES_PER_MEGABIT);
  }

  /** Returns the lower of the two: a line and a limit on it together give no more than either. */
  public Bandwidth atMost(Bandwidth other) {
    return other.bytesPerSecond < bytesPerSecond ? other : this;
  }

  /** Returns the rate with its unit. */
  @Override
  public String toString() {
    return bytesPerSecond + " bytes/s";
  }
}
