// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairSnapshot;

/**
 * One look at a pair, and what became of it in the memory.
 *
 * @param snapshot what was seen
 * @param memory whether it was remembered, and what is known now
 * @since 0.1
 */
public record PairLook(PairSnapshot snapshot, Remembered memory) {

  /** Checks that nothing is null. */
  public PairLook {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(memory, "memory");
  }
}
