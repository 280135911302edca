// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AppliancePair;

/** What rules ask about programs that change roles with nobody watching. */
final class Automation {

  private Automation() {}

  /** Returns whether no program changes roles unattended: passed if somebody attested that. */
  static Verdict judgeIsOff(PairFacts facts) {
    return isOn(facts)
        .judge(
            on -> Verdict.of(!on, "unattended automation is off", "unattended automation is on"));
  }

  /** Returns whether somebody attested that a program changes roles unattended. */
  static Fact<Boolean> isOn(PairFacts facts) {
    return facts.attested("unattended automation", AppliancePair::unattendedAutomation);
  }
}
