// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations in words, as people say them: {@code 2 d 3 h}, {@code 90 s}. */
final class Spans {

  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private Spans() {}

  /**
   * Returns the two largest units of a duration, cut off and not rounded. Below two minutes it is
   * told in seconds.
   */
  static String text(Duration span) {
    if (span.isNegative()) {
      return "-" + text(span.negated());
    }
    if (span.compareTo(Duration.ofMinutes(2)) < 0) {
      return span.toSeconds() + " s";
    }
    List<String> parts = new ArrayList<>();
    add(parts, span.toDays(), " d");
    add(parts, span.toHoursPart(), " h");
    add(parts, span.toMinutesPart(), " min");
    add(parts, span.toSecondsPart(), " s");
    return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
  }

  /** Returns both together; the longest duration there is if that is longer. None is negative. */
  static Duration sum(Duration one, Duration other) {
    return one.compareTo(LONGEST.minus(other)) > 0 ? LONGEST : one.plus(other);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + unit);
    }
  }
}
