// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.SwingDuty;

/** The roles change, and users go on to the former primary until somebody moves them. */
final class OutsideChangeHasSomebodyToMakeIt implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.outside-change-is-somebodys-duty",
          Severity.WARNING,
          "Somebody is declared who changes the DNS record or the NAT rule when roles change",
          "Settle who makes the change and how fast, by day and night, and declare it as swing"
              + " duty.",
          "S1 \"Methods of Network Configuration for B Series Appliance Failover\""
              + "; ours: that somebody is named");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts.declaredPair().judge(pair -> judge(facts, pair));
  }

  private static Verdict judge(PairFacts facts, AppliancePair pair) {
    if (!pair.cutover().needsOutsideChange()) {
      return Cutover.asksNothing(pair.cutover());
    }
    Attested<SwingDuty> duty = pair.swingDuty();
    if (duty == null) {
      return Verdict.violated(pair.cutover().title() + ": nobody is declared to make it");
    }
    return facts
        .current("swing duty", duty)
        .judge(it -> Verdict.passed(pair.cutover().title() + ": made by " + it.madeBy()));
  }
}
