// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Durations in words, as people say them: {@code 2 d 3 h}, {@code 90 s}. All that this SDK says of
 * a duration, it says in this way.
 *
 * @since 0.1
 */
public final class SpanText {

  private SpanText() {}

  /**
   * Returns the two largest units of a duration, cut off and not rounded. Below two minutes it is
   * told in seconds. Its form may change.
   */
  public static String of(Duration span) {
    if (span.isNegative()) {
      return "-" + of(span.negated());
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

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + unit);
    }
  }
}
