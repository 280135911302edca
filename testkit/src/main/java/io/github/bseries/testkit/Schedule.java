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
  private Instant moment;

  Schedule(Instant start) {
    this.moment = start;
  }

  /** Returns the moment that it is for whatever is being done now. */
  Instant moment() {
    return moment;
  }

  /**
   * Has {@code action} run at {@code at}; of two at the same moment, the first one added first.
   *
   * @return by which it can be taken back
   */
  Due at(Instant at, Consumer<Instant> action) {
    Due due = new Due(at, ++lastNumber, action);
    queue.add(due);
    return due;
  }

  /** Takes back what is not done yet; of no effect for null, and for what is done. */
  void cancel(@Nullable Due due) {
    if (due != null) {
      queue.remove(due);
    }
  }

  /**
   * Runs what is due, each with the moment at which it was due. So one long step does the same as
   * many short ones.
   */
  void runUntil(Instant now) {
    @Nullable Due next = queue.peek();
    while (next != null && !next.at().isAfter(now)) {
      queue.remove();
      if (next.at().isAfter(moment)) {
        moment = next.at();
      }
      next.action().accept(moment);
      next = queue.peek();
    }
    if (now.isAfter(moment)) {
      moment = now;
    }
  }

  /** What is to be done, and when. */
  record Due(Instant at, long number, Consumer<Instant> action) {}
}
