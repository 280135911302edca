// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Duration;

/** A duration as people say it, in its two largest units, cut off: {@code 55 min 17 s}. */
final class SpanText {

  private SpanText() {}

  static String of(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d" + rest(span.toHoursPart(), " h");
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h" + rest(span.toMinutesPart(), " min");
    }
    if (span.toMinutes() > 0) {
      return span.toMinutes() + " min" + rest(span.toSecondsPart(), " s");
    }
    return span.toSeconds() + " s";
  }

  private static String rest(int count, String unit) {
    return count == 0 ? "" : " " + count + unit;
  }
}
