// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import java.time.Instant;

/**
 * One file among the backups that are kept, as its keeper describes it.
 *
 * @param name what tells it from all other files of the same keeping; never blank
 * @param appliance the appliance that it was brought home from
 * @param takenAt when that was; of the years 1970 to 9999 in UTC
 * @param sizeBytes its size in bytes, 0 or more
 * @param isGood whether it is believed to be whole: of a file that is not, no restore is expected
 * @param isProtected whether somebody said that it must stay
 * @since 0.1
 */
public record StoredBackup(
    String name,
    ApplianceId appliance,
    Instant takenAt,
    long sizeBytes,
    boolean isGood,
    boolean isProtected) {

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /**
   * Checks each component.
   *
   * @throws IllegalArgumentException if {@code name} is blank, {@code takenAt} outside its years,
   *     or {@code sizeBytes} below 0
   */
  public StoredBackup {
    requireNonNull(name, "name");
    requireNonNull(appliance, "appliance");
    requireNonNull(takenAt, "takenAt");
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a backup is blank");
    }
    if (takenAt.isBefore(Instant.EPOCH) || takenAt.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "takenAt is " + takenAt + ", must be of the years 1970 to 9999");
    }
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is " + sizeBytes + ", must be 0 or more");
    }
  }

  /** Returns a good file that nobody protects. */
  public static StoredBackup good(
      String name, ApplianceId appliance, Instant takenAt, long sizeBytes) {
    return new StoredBackup(name, appliance, takenAt, sizeBytes, true, false);
  }

  /** Returns a file that is not good, and that nobody protects. */
  public static StoredBackup bad(
      String name, ApplianceId appliance, Instant takenAt, long sizeBytes) {
    return new StoredBackup(name, appliance, takenAt, sizeBytes, false, false);
  }

  /** Returns this file, protected. */
  public StoredBackup withProtection() {
    return new StoredBackup(name, appliance, takenAt, sizeBytes, isGood, true);
  }
}
