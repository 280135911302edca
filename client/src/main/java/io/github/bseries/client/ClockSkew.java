// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far the clock of this program is from that of an appliance.
 *
 * @param localMinusServer what is to be added to the clock of the appliance to get the local one;
 *     below zero if the local one is behind
 * @param uncertainty how far that may be wrong, either way, zero or more
 * @since 0.1
 */
public record ClockSkew(Duration localMinusServer, Duration uncertainty) {

  /** The appliance tells whole seconds, so its clock may be anywhere in the one that it tells. */
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  /**
   * Checks the uncertainty.
   *
   * @throws IllegalArgumentException if it is below zero
   */
  public ClockSkew {
    requireNonNull(localMinusServer, "localMinusServer");
    if (requireNonNull(uncertainty, "uncertainty").isNegative()) {
      throw new IllegalArgumentException("uncertainty is " + uncertainty + ", must not be below 0");
    }
  }

  /**
   * Returns what a call tells in which the appliance told its clock at an unknown moment.
   *
   * @param started when the call began, by the local clock
   * @param took how long it was, zero or more
   * @param told the clock of the appliance, cut to whole seconds
   */
  static ClockSkew of(Instant started, Duration took, Instant told) {
    Duration half = took.dividedBy(2);
    return new ClockSkew(
        Duration.between(told.plus(HALF_A_SECOND), started.plus(half)), half.plus(HALF_A_SECOND));
  }

  /** Returns whether it is no more than this for sure. */
  public boolean isWithin(Duration tolerated) {
    return localMinusServer.abs().plus(uncertainty).compareTo(tolerated) <= 0;
  }

  /** Returns whether it is more than this for sure. */
  public boolean exceeds(Duration tolerated) {
    return localMinusServer.abs().minus(uncertainty).compareTo(tolerated) > 0;
  }

  /** Returns it in words, for a human to read. Its form may change. */
  public String summary() {
    return "the local clock is "
        + seconds(localMinusServer.abs())
        + (localMinusServer.isNegative() ? " behind" : " ahead of")
        + " that of the appliance, give or take "
        + seconds(uncertainty);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
