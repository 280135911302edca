// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which faults of the pair are waiting, and for what. The pair's lock guards it. */
final class PairFaults {

  private final Map<PairFault, Waiting> waiting = new EnumMap<>(PairFault.class);
  private final SeededValues values;

  PairFaults(SeededValues values) {
    this.values = values;
  }

  /** Has the fault happen the next {@code times} times, each time with this probability. */
  void expect(PairFault fault, int times, double probability) {
    waiting.put(fault, new Waiting(times, probability));
  }

  void forget(PairFault fault) {
    waiting.remove(fault);
  }

  Set<PairFault> waiting() {
    return Collections.unmodifiableSet(new TreeSet<>(waiting.keySet()));
  }

  /** Returns whether the fault happens now, and counts it. */
  boolean happens(PairFault fault) {
    Waiting expected = waiting.get(fault);
    if (expected == null || !(values.fraction() < expected.probability())) {
      return false;
    }
    if (expected.times() == 1) {
      waiting.remove(fault);
    } else if (expected.times() < Integer.MAX_VALUE) {
      waiting.put(fault, new Waiting(expected.times() - 1, expected.probability()));
    }
    return true;
  }

  private record Waiting(int times, double probability) {}
}
