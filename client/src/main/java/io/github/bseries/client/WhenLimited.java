// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * What a client does when its account may not call at this moment.
 *
 * @since 0.1
 */
public enum WhenLimited {

  /** Waits, if the call can still be made in half of its time; else it is refused. */
  WAIT,

  /** Refuses the call at once, with a {@link LimitReachedException}. */
  REFUSE
}
