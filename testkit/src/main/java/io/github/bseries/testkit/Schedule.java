// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is due later, in order. Not safe for use by several threads: the pair's lock guards it. */
final class Schedule {

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private long lastNumber;

  /** Has {@code action} run at {@code at}; of two at the same moment, the first one added first. */
  void at(Instant at, Consumer<Instant> action) {
    queue.add(new Due(at, ++lastNumber, action));
  }

  /**
   * Runs what is due, each with the moment at which it was due. So one long step does the same as
   * many short ones.
   */
  void runUntil(Instant now) {
    @Nullable Due next = queue.peek();
    while (next != null && !next.at().isAfter(now)) {
      queue.remove();
      next.action().accept(next.at());
      next = queue.peek();
    }
  }

  private record Due(Instant at, long number, Consumer<Instant> action) {}
}
