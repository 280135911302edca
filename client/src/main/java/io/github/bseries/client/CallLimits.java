// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * How many calls an account may make. All clients of one {@link ApiAccount} together keep to it,
 * the calls for a token included.
 *
 * @param perSecond the most calls in any second, 1 or more
 * @param perHour the most calls in any hour, 1 or more
 * @source D-JSON, S-CFG (20 a second and 15,000 an hour for an account, all endpoints together)
 * @since 0.1
 */
public record CallLimits(int perSecond, int perHour) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public CallLimits {
    check("perSecond", perSecond);
    check("perHour", perHour);
  }

  private static void check(String component, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(component + " is " + value + ", must be 1 or more");
    }
  }

  /** Returns what the vendor documents: 20 a second and 15,000 an hour. */
  public static CallLimits documented() {
    return new CallLimits(20, 15_000);
  }

  /**
   * Returns no limits: for a simulated appliance, or for one that is known to be without.
   *
   * @source S-CFG (its edition of 2024 names no limit yet)
   */
  public static CallLimits unlimited() {
    return new CallLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
