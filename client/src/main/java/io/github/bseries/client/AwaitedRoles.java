// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.PairSnapshot;
import java.time.Duration;

/**
 * How a wait for a change of roles ended.
 *
 * @since 0.1
 */
public sealed interface AwaitedRoles {

  /** Returns the last look. */
  PairSnapshot last();

  /** Returns how long was waited. */
  Duration waited();

  /**
   * The appliance has the role that it was asked to take, and the other one has the other role.
   *
   * @param last the look that showed it
   * @param waited how long it took to be seen
   * @since 0.1
   */
  record Reached(PairSnapshot last, Duration waited) implements AwaitedRoles {}

  /**
   * The time was over before both roles were seen as they should be. The change may still come: a
   * data sync first can take hours.
   *
   * @param last the last look
   * @param waited how long was waited
   * @param reason what was still missing, for a human to read
   * @since 0.1
   */
  record Undecided(PairSnapshot last, Duration waited, String reason) implements AwaitedRoles {}
}
