// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One line of the status history of an appliance.
 *
 * @param at when it was, on the appliance's own clock
 * @param text what happened; the words are ours
 * @source S1 "Appendix: Administration Settings for Failover" (Status History: a table of status
 *     events that have occurred); assumed: what stands in it
 * @since 0.1
 */
public record StatusEvent(Instant at, String text) {

  /** Checks that nothing is null. */
  public StatusEvent {
    requireNonNull(at, "at");
    requireNonNull(text, "text");
  }
}
