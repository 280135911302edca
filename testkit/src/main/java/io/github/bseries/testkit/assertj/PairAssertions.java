// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.assertj;

import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.testkit.SimulatedPair;
import org.jspecify.annotations.Nullable;

/**
 * The way in: import {@code assertThat} from here beside that of AssertJ.
 *
 * @since 0.1
 */
public final class PairAssertions {

  private PairAssertions() {}

  /** Begins assertions about a simulated pair. */
  public static SimulatedPairAssert assertThat(@Nullable SimulatedPair actual) {
    return new SimulatedPairAssert(actual);
  }

  /** Begins assertions about what was seen of a pair. */
  public static PairSnapshotAssert assertThat(@Nullable PairSnapshot actual) {
    return new PairSnapshotAssert(actual);
  }
}
