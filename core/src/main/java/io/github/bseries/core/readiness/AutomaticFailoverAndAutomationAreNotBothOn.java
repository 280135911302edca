// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.List;

/** Two that change roles by themselves can leave two primaries. */
final class AutomaticFailoverAndAutomationAreNotBothOn implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "control.one-that-changes-roles-by-itself",
          "Built-in automatic failover and unattended automation are not both on",
          "Switch off Enable Automatic Failover on the Failover pages, or do not let a program"
              + " change roles unattended.",
          "S1 \"Use the BeyondTrust API to Check B Series Appliance Health and Perform Failover\","
              + " D-FOAPI");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Verdict.any(
        List.of(Automation.judgeIsOff(facts), FailoverPage.judgeAutomaticFailoverIsOff(facts)));
  }
}
