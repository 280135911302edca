// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What happened, a line for each thing, the last 100,000 of them. The pair's lock guards it.
 *
 * <p>Nothing in it depends on the machine, its language or its time zone.
 */
final class Timeline {

  static final int REMEMBERED = 100_000;

  /** What others say, in the message of an appliance that ails for instance, is still one line. */
  private static final Pattern ENDS_OF_LINES = Pattern.compile("[\\v\\p{Cntrl}]+");

  private final Deque<Line> lines = new ArrayDeque<>();
  private long forgotten;

  void add(Instant at, String who, String what) {
    if (lines.size() == REMEMBERED) {
      lines.removeFirst();
      forgotten++;
    }
    lines.add(new Line(at, who, ENDS_OF_LINES.matcher(what).replaceAll(" ")));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (forgotten > 0) {
      text.append("(").append(forgotten).append(" earlier lines are forgotten)\n");
    }
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** One thing that happened. */
  record Line(Instant at, String who, String what) {

    String text() {
      return at + " " + who + " " + what;
    }
  }
}
