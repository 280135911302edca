// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment of a pair goes by.
 *
 * @param pollInterval the time between two looks at the pair, one day at most; 30 seconds unless
 *     said otherwise
 * @param oldestData how old the last data sync may be; null if nobody said: then no age is too old
 * @param toleratedSkew how far apart the clocks of the two appliances may be; one minute unless
 *     said otherwise. No source names a limit; less cannot be told well, since clocks show whole
 *     seconds and an answer takes its time
 * @since 0.1
 */
public record AssessmentPolicy(
    Duration pollInterval, @Nullable Duration oldestData, Duration toleratedSkew) {

  /**
   * How old a health may be when it is read.
   *
   * @source D-V2HEALTH (an answer may be given again within a minute: said of version 2 of the API,
   *     assumed of this one)
   */
  public static final Duration OLDEST_HEALTH = Duration.ofSeconds(60);

  /** How far from the moment of an assessment a look may be at most; ours, no source has one. */
  public static final Duration LONGEST_NOW = Duration.ofMinutes(5);

  private static final Duration LONGEST_POLL_INTERVAL = Duration.ofDays(1);

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if {@code pollInterval} is not positive or longer than a day,
   *     or if another duration is negative
   */
  public AssessmentPolicy {
    requireNonNull(pollInterval, "pollInterval");
    requireNonNull(toleratedSkew, "toleratedSkew");
    if (pollInterval.compareTo(Duration.ZERO) <= 0
        || pollInterval.compareTo(LONGEST_POLL_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "pollInterval is " + pollInterval + ", must be positive and at most a day");
    }
    if (oldestData != null && oldestData.isNegative()) {
      throw new IllegalArgumentException("oldestData is " + oldestData + ", must not be negative");
    }
    if (toleratedSkew.isNegative()) {
      throw new IllegalArgumentException(
          "toleratedSkew is " + toleratedSkew + ", must not be negative");
    }
  }

  /** Returns a look every 30 seconds, no limit for the age of data, and one minute of skew. */
  public static AssessmentPolicy defaults() {
    return new AssessmentPolicy(Duration.ofSeconds(30), null, Duration.ofMinutes(1));
  }

  /**
   * Returns this policy for another time between two looks.
   *
   * @throws IllegalArgumentException if it is not positive or longer than a day
   */
  public AssessmentPolicy withPollInterval(Duration pollInterval) {
    return new AssessmentPolicy(pollInterval, oldestData, toleratedSkew);
  }

  /**
   * Returns this policy with a limit for the age of the last data sync.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public AssessmentPolicy withOldestData(Duration oldestData) {
    return new AssessmentPolicy(
        pollInterval, requireNonNull(oldestData, "oldestData"), toleratedSkew);
  }

  /**
   * Returns this policy with another limit for the skew of the two clocks.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public AssessmentPolicy withToleratedSkew(Duration toleratedSkew) {
    return new AssessmentPolicy(pollInterval, oldestData, toleratedSkew);
  }

  /**
   * Returns for how long two equal roles must have been seen before they are a conflict: as long as
   * a health may be old, and two looks. That is longer than an old health and one look can take.
   */
  public Duration confirmWindow() {
    return OLDEST_HEALTH.plus(pollInterval.multipliedBy(2));
  }

  /**
   * Returns how far from the moment of an assessment a look may be that counts as one of now: as
   * long as it takes to confirm a conflict, and {@link #LONGEST_NOW} at most, however seldom
   * somebody looks.
   */
  public Duration longestNow() {
    return confirmWindow().compareTo(LONGEST_NOW) < 0 ? confirmWindow() : LONGEST_NOW;
  }
}
