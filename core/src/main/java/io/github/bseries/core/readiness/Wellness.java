// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.PairSide;

/** What an appliance says of its own health, as a verdict. */
final class Wellness {

  private Wellness() {}

  static Verdict judge(PairSide side, ApplianceHealth health) {
    String who = side.title() + " is " + health.failoverRole().literal();
    if (health.success()) {
      return Verdict.passed(who + " and well");
    }
    String says =
        health.errorMessages().isEmpty()
            ? "without saying why"
            : "and says: " + String.join("; ", health.errorMessages());
    return Verdict.violated(who + " and not well, " + says);
  }
}
