// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.PairSnapshot;
import java.time.Duration;

/**
 * How a wait for something to be seen ended.
 *
 * @since 0.1
 */
public sealed interface Awaited {

  /** Returns the last look. */
  PairSnapshot last();

  /** Returns how long was waited. */
  Duration waited();

  /**
   * A look showed it: after a role change, that the appliance has its role and the other one the
   * other.
   *
   * @param last the look that showed it
   * @param waited how long it took to be seen
   * @since 0.1
   */
  record Reached(PairSnapshot last, Duration waited) implements Awaited {}

  /**
   * The wait ended before it was seen. It may still come: a data sync first can take hours.
   *
   * @param last the last look
   * @param waited how long was waited
   * @param ending what ended the wait
   * @param reason what was still missing, for a human to read
   * @since 0.1
   */
  record Undecided(PairSnapshot last, Duration waited, Ending ending, String reason)
      implements Awaited {}

  /**
   * What ends a wait that has not seen what it waited for.
   *
   * @since 0.1
   */
  enum Ending {
    /** The deadline. */
    TIME_OVER,
    /** Somebody interrupted the waiting thread. */
    INTERRUPTED,
    /** Somebody closed the client. */
    CLOSED
  }
}
