// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that has arrived at an appliance.
 *
 * @param pair the pair of the appliance
 * @param appliance the appliance
 * @param call the call
 * @param caller where it came from
 * @param tokenLife how long a token lives that it asks for; null for as long as is usual
 * @param account whose token it brought; null if it brought none, or needed none
 */
record Arrival(
    SimulatedPair pair,
    SimulatedAppliance appliance,
    Call call,
    IpAddress caller,
    @Nullable Duration tokenLife,
    @Nullable SimulatedAccount account) {

  Arrival of(SimulatedAccount holder) {
    return new Arrival(pair, appliance, call, caller, tokenLife, holder);
  }

  XmlText xml() {
    return new XmlText(appliance.api().settings().namespace());
  }
}
