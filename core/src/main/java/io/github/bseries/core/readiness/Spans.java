// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.time.Duration;

/** Durations that are added up. */
final class Spans {

  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private Spans() {}

  /** Returns both together; the longest duration there is if that is longer. None is negative. */
  static Duration sum(Duration one, Duration other) {
    return one.compareTo(LONGEST.minus(other)) > 0 ? LONGEST : one.plus(other);
  }
}
