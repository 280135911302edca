// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pair is meant to sync its data, and what its people promised about it.
 *
 * @param interval the time from one data sync to the next, above zero
 * @param bandwidthLimit the most that a data sync may take of the line, as set on the backup; null
 *     if there is no limit, or none is known
 * @param promisedRecoveryPoint how much work may be lost in a failover, as the time that it took;
 *     zero or more
 * @param toleratedMisses how many data syncs in a row may fail before that is a finding; zero or
 *     more
 * @source S1 "Best Practices for Primary and Backup Environments" (at least daily, the more often
 *     the better; if the two limits differ, that of the backup counts)
 * @since 0.1
 */
public record SyncPolicy(
    Duration interval,
    @Nullable Bandwidth bandwidthLimit,
    Duration promisedRecoveryPoint,
    int toleratedMisses) {

  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if {@code interval} is zero or less, or {@code
   *     promisedRecoveryPoint} or {@code toleratedMisses} below zero
   */
  public SyncPolicy {
    requireNonNull(interval, "interval");
    requireNonNull(promisedRecoveryPoint, "promisedRecoveryPoint");
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("interval is " + interval + ", must be above zero");
    }
    if (promisedRecoveryPoint.isNegative()) {
      throw new IllegalArgumentException(
          "promisedRecoveryPoint is " + promisedRecoveryPoint + ", below zero");
    }
    if (toleratedMisses < 0) {
      throw new IllegalArgumentException("toleratedMisses is " + toleratedMisses + ", below zero");
    }
  }

  /**
   * Returns the policy that follows from the settings of the backup, together with what was
   * promised; empty if its interval was not declared.
   *
   * @param ofTheBackup the settings of the side that is backup: those of the other side do not
   *     count
   * @param promisedRecoveryPoint zero or more
   * @param toleratedMisses zero or more
   * @throws IllegalArgumentException if one of the promises is below zero
   */
  public static Optional<SyncPolicy> from(
      BackupSettings ofTheBackup, Duration promisedRecoveryPoint, int toleratedMisses) {
    return Optional.ofNullable(ofTheBackup.automaticDataSyncInterval())
        .map(
            interval ->
                new SyncPolicy(
                    interval,
                    ofTheBackup.dataSyncBandwidthLimit(),
                    promisedRecoveryPoint,
                    toleratedMisses));
  }

  /**
   * Returns the load of data syncs of this size over this line, as far as the limit lets them.
   *
   * @param dataBytes how much one data sync copies, in bytes, zero or more. Nobody knows it but
   *     whoever measured it: no API tells it
   * @param line what the line between the appliances gives
   * @throws IllegalArgumentException if {@code dataBytes} is below zero
   */
  public SyncLoad loadOf(long dataBytes, Bandwidth line) {
    Bandwidth limit = bandwidthLimit;
    return new SyncLoad(dataBytes, limit == null ? line : line.atMost(limit), interval);
  }

  /**
   * Returns the least load of data syncs of this size: that over a line which gives all that the
   * limit allows. Empty without a limit.
   *
   * @param dataBytes how much one data sync copies, in bytes, zero or more
   * @throws IllegalArgumentException if {@code dataBytes} is below zero
   */
  public Optional<SyncLoad> leastLoadOf(long dataBytes) {
    return Optional.ofNullable(bandwidthLimit)
        .map(limit -> new SyncLoad(dataBytes, limit, interval));
  }

  /**
   * Returns the longest time from the start of one good data sync to the start of the next, as far
   * as misses are tolerated. A time too long to be told is told as the longest.
   */
  public Duration longestToleratedGap() {
    long intervals = toleratedMisses + 1L;
    return interval.compareTo(LONGEST.dividedBy(intervals)) > 0
        ? LONGEST
        : interval.multipliedBy(intervals);
  }

  /**
   * Returns how old the copy on the backup is right before the next data sync ends: the longest
   * tolerated gap, and the time that a data sync takes. A time too long to be told is told as the
   * longest.
   *
   * @param syncDuration how long one data sync takes, zero or more
   * @throws IllegalArgumentException if {@code syncDuration} is below zero
   * @source assumed: the copy is as old as the start of the data sync that made it
   */
  public Duration oldestCopy(Duration syncDuration) {
    if (syncDuration.isNegative()) {
      throw new IllegalArgumentException("syncDuration is " + syncDuration + ", below zero");
    }
    Duration gap = longestToleratedGap();
    return gap.compareTo(LONGEST.minus(syncDuration)) > 0 ? LONGEST : gap.plus(syncDuration);
  }

  /**
   * Returns whether the promised recovery point is kept even right before a data sync ends, with
   * all misses that are tolerated.
   *
   * @param syncDuration how long one data sync takes, zero or more
   * @throws IllegalArgumentException if {@code syncDuration} is below zero
   */
  public boolean canKeepPromise(Duration syncDuration) {
    return oldestCopy(syncDuration).compareTo(promisedRecoveryPoint) <= 0;
  }
}
