// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What is expected of the backups of an appliance.
 *
 * @param oldest how old its newest good backup may be; longer than zero
 * @param comparedCount with how many good ones before it the size of the newest is compared, 3 or
 *     more
 * @param sizePercent by how many percent of their median it may differ, 1 or more
 * @param sameContentFor for how long all backups may have the same content; longer than zero
 * @since 0.1
 */
public record BackupPromise(
    Duration oldest, int comparedCount, int sizePercent, Duration sameContentFor) {

  /**
   * Checks each component.
   *
   * @throws IllegalArgumentException if one is below its limit
   */
  public BackupPromise {
    aboveZero("oldest", oldest);
    aboveZero("sameContentFor", sameContentFor);
    atLeast("comparedCount", comparedCount, 3);
    atLeast("sizePercent", sizePercent, 1);
  }

  /**
   * Returns a promise with this age, and with limits that are assumed to fit: 40 percent of the
   * median of the last seven, so that half a file is told, and the same content for a week.
   *
   * @param oldest how old the newest good backup may be; longer than zero
   */
  public static BackupPromise ofAge(Duration oldest) {
    return new BackupPromise(oldest, 7, 40, Duration.ofDays(7));
  }

  private static void aboveZero(String component, Duration value) {
    if (requireNonNull(value, component).isNegative() || value.isZero()) {
      throw new IllegalArgumentException(component + " is " + value + ", must be above zero");
    }
  }

  private static void atLeast(String component, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          component + " is " + value + ", must be " + least + " or more");
    }
  }
}
