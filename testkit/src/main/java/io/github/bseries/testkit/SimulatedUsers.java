// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What the users of a simulated site do all day: they begin a session now and then, each lasts for
 * a while, and leaves a report and a recording.
 *
 * @param newSessionEvery the time from the begin of one session to that of the next, above zero
 * @param sessionLength how long a session lasts, zero or more
 * @param reportBytes the size of a report, zero or more
 * @param recordingBytes the size of a recording, zero or more
 * @source assumed: how much people work is theirs to say
 * @since 0.1
 */
public record SimulatedUsers(
    Duration newSessionEvery, Duration sessionLength, long reportBytes, long recordingBytes) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one of them is out of range
   */
  public SimulatedUsers {
    requireNonNull(newSessionEvery, "newSessionEvery");
    requireNonNull(sessionLength, "sessionLength");
    if (newSessionEvery.isZero() || newSessionEvery.isNegative()) {
      throw new IllegalArgumentException(
          "newSessionEvery is " + newSessionEvery + ", must be above zero");
    }
    if (sessionLength.isNegative()) {
      throw new IllegalArgumentException("sessionLength is " + sessionLength + ", below zero");
    }
    if (reportBytes < 0 || recordingBytes < 0) {
      throw new IllegalArgumentException(
          "reportBytes is "
              + reportBytes
              + " and recordingBytes "
              + recordingBytes
              + ", neither may be below zero");
    }
  }

  /** Returns users who begin a session at these intervals, each with a megabyte of recording. */
  public static SimulatedUsers every(Duration newSessionEvery, Duration sessionLength) {
    return new SimulatedUsers(newSessionEvery, sessionLength, 10_000, 1_000_000);
  }
}
