// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.sync.SyncCoverage;
import io.github.bseries.core.sync.SyncEffect;
import io.github.bseries.core.sync.SyncedData;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data of one appliance: for each kind that core knows of, the numbers of the items that it
 * holds. The pair's lock guards it.
 */
final class HeldData {

  static final String SETTINGS = "login-settings";
  static final String REPORTS = "session-reports";
  static final String RECORDINGS = "recordings";
  static final String KEY = "inter-appliance-key";

  private final Map<String, BitSet> itemsByKind;

  private HeldData(Map<String, BitSet> itemsByKind) {
    this.itemsByKind = itemsByKind;
  }

  /** Returns what both have from the beginning: item 0 of each kind. */
  static HeldData initial() {
    Map<String, BitSet> kinds = new TreeMap<>();
    for (SyncedData kind : SyncCoverage.documented().data()) {
      BitSet items = new BitSet();
      if (!kind.id().equals(REPORTS) && !kind.id().equals(RECORDINGS)) {
        items.set(0);
      }
      kinds.put(kind.id(), items);
    }
    return new HeldData(kinds);
  }

  HeldData copy() {
    Map<String, BitSet> kinds = new TreeMap<>();
    itemsByKind.forEach((kind, items) -> kinds.put(kind, (BitSet) items.clone()));
    return new HeldData(kinds);
  }

  BitSet items(String kind) {
    BitSet items = itemsByKind.get(kind);
    if (items == null) {
      throw new IllegalArgumentException(
          "kind is \"" + kind + "\", must be one of " + String.join(", ", itemsByKind.keySet()));
    }
    return items;
  }

  /** Returns the greatest number among the items of one kind; 0 if there are none. */
  int last(String kind) {
    return Math.max(0, items(kind).length() - 1);
  }

  void add(String kind, int item) {
    items(kind).set(item);
  }

  /** Takes one kind over as the other one has it, as people do by hand. */
  void mirror(String kind, HeldData other) {
    itemsByKind.put(kind, (BitSet) other.items(kind).clone());
  }

  /** Does what a data sync does to the backup: this is the backup, {@code sent} the primary. */
  void receive(HeldData sent, boolean merging) {
    for (SyncedData kind : SyncCoverage.documented().data()) {
      SyncEffect effect = kind.on(FailoverRole.BACKUP);
      BitSet theirs = sent.items(kind.id());
      if (effect == SyncEffect.OVERWRITTEN_OR_MERGED && merging) {
        items(kind.id()).or(theirs);
      } else if (effect.canLoseData()) {
        itemsByKind.put(kind.id(), (BitSet) theirs.clone());
      }
    }
  }

  /** Does what a merging data sync does to the primary. */
  void addRecordsOf(HeldData backup) {
    for (SyncedData kind : SyncCoverage.documented().data()) {
      if (kind.on(FailoverRole.PRIMARY) == SyncEffect.KEPT_OR_ADDED_TO) {
        items(kind.id()).or(backup.items(kind.id()));
      }
    }
  }

  SimulatedData snapshot(long bytes) {
    return SimulatedData.of(itemsByKind, bytes);
  }
}
