// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who changes the DNS record or the NAT rule when the roles have changed, and how fast.
 *
 * @param madeBy the people, the rota or the program that makes the change, for a human to ask;
 *     never blank
 * @param takes how long it takes from the decision to the change, zero or more; null if nobody
 *     measured it
 * @source S1 "Methods of Network Configuration for B Series Appliance Failover" (both need a change
 *     outside the appliances)
 * @since 0.1
 */
public record SwingDuty(String madeBy, @Nullable Duration takes) {

  /**
   * Takes away the white space around the name.
   *
   * @throws IllegalArgumentException if {@code madeBy} is blank, or {@code takes} below zero
   */
  public SwingDuty {
    madeBy = requireNonNull(madeBy, "madeBy").strip();
    if (madeBy.isEmpty()) {
      throw new IllegalArgumentException("madeBy is blank; somebody has to make the change");
    }
    if (takes != null && takes.isNegative()) {
      throw new IllegalArgumentException("takes is " + takes + ", below zero");
    }
  }
}
