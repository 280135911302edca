// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one appliance holds, as it was at one moment.
 *
 * <p>Data is made of numbered items. Each has one origin (a change that somebody made, a session
 * that ended) and then travels with the data syncs, so that it can be told what was copied, what
 * was overwritten, and what nobody has any more. Item 0 was there from the beginning, on both.
 *
 * @param items the numbers of the items by kind; the kinds are those of {@code
 *     io.github.bseries.core.sync.SyncCoverage}
 * @param bytes how much it is altogether
 * @since 0.1
 */
public record SimulatedData(Map<String, SortedSet<Integer>> items, long bytes) {

  /** Keeps a copy of the items. */
  public SimulatedData {
    Map<String, SortedSet<Integer>> copy = new TreeMap<>();
    requireNonNull(items, "items")
        .forEach((kind, held) -> copy.put(kind, Collections.unmodifiableSortedSet(held)));
    items = Collections.unmodifiableMap(copy);
  }

  static SimulatedData of(Map<String, BitSet> items, long bytes) {
    Map<String, SortedSet<Integer>> numbers = new TreeMap<>();
    items.forEach(
        (kind, held) ->
            numbers.put(
                kind, held.stream().boxed().collect(Collectors.toCollection(TreeSet::new))));
    return new SimulatedData(numbers, bytes);
  }

  /**
   * Returns the items of one kind.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public SortedSet<Integer> of(String kind) {
    SortedSet<Integer> held = items.get(kind);
    if (held == null) {
      throw new IllegalArgumentException("kind is \"" + kind + "\", must be of " + items.keySet());
    }
    return held;
  }

  /** Returns the number of the last change of the settings of /login that is in it. */
  public int settingsGeneration() {
    SortedSet<Integer> settings = of(HeldData.SETTINGS);
    return settings.isEmpty() ? 0 : settings.last();
  }

  /** Returns how many sessions it has reports of. */
  public int sessions() {
    return of(HeldData.REPORTS).size();
  }

  /** Returns how many recordings it has. */
  public int recordings() {
    return of(HeldData.RECORDINGS).size();
  }
}
