// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/**
 * One way in which the pair itself fails, whatever its network and its front do.
 *
 * @source assumed: no source describes such a failure
 * @since 0.1
 */
public enum PairFault {
  /** A data sync is begun and never ends, until power or network ends it. */
  SYNC_STICKS,

  /** A data sync runs its time, and fails at its end. */
  SYNC_FAILS,

  /** In a swap, the first one becomes backup, and the other one never becomes primary. */
  SWAP_STOPS_HALF_WAY
}
