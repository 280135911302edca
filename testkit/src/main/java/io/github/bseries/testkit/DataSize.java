// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes data is.
 *
 * @source assumed: what an appliance holds, no source says; a change of settings is taken for a
 *     megabyte where only changes are copied
 */
record DataSize(PairSettings settings) {

  private static final long CHANGE_BYTES = 1_000_000;

  /** Returns the size of all of it: what was there from the beginning, reports, recordings. */
  long of(HeldData data) {
    return settings.dataBytes() + records(data, null);
  }

  /** Returns the size of what the receiver does not have yet. */
  long ofNew(HeldData data, HeldData receiver) {
    BitSet changes = (BitSet) data.items(HeldData.SETTINGS).clone();
    changes.andNot(receiver.items(HeldData.SETTINGS));
    return changes.cardinality() * CHANGE_BYTES + records(data, receiver);
  }

  private long records(HeldData data, @Nullable HeldData without) {
    SimulatedUsers users = settings.users();
    return users == null
        ? 0
        : count(HeldData.REPORTS, data, without) * users.reportBytes()
            + count(HeldData.RECORDINGS, data, without) * users.recordingBytes();
  }

  private static long count(String kind, HeldData data, @Nullable HeldData without) {
    BitSet items = (BitSet) data.items(kind).clone();
    if (without != null) {
      items.andNot(without.items(kind));
    }
    return items.cardinality();
  }
}
