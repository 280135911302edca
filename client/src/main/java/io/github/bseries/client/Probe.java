// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Instant;

/**
 * What the plain {@code /check_health} page said, which needs no account.
 *
 * <p>It is never a proof of health: the page does not say who answers, in which role, or how long
 * ago that was found out; a login page of a proxy answers 200 as well.
 *
 * @source D-HEALTH, S1 "Check B Series Appliance Health" (200 if the probe succeeds, 500 if not)
 * @since 0.1
 */
public sealed interface Probe {

  /** Returns when the answer was read, or given up, on our clock. */
  Instant at();

  /**
   * Status 200: the appliance, or what stands before it, says that its probe succeeded.
   *
   * @param at when it was read
   * @since 0.1
   */
  record Answers(Instant at) implements Probe {}

  /**
   * Status 500: the appliance, or what stands before it, says that its probe failed.
   *
   * @param at when it was read
   * @since 0.1
   */
  record Ails(Instant at) implements Probe {}

  /**
   * Anything else: nothing can be said.
   *
   * @param at when that was clear
   * @param reason what came, for a human to read
   * @since 0.1
   */
  record Unknown(Instant at, String reason) implements Probe {}
}
