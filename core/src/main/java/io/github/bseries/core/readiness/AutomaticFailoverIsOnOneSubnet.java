// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.List;

/** A failover by hand works across subnets; the built-in automatic one does not. */
final class AutomaticFailoverIsOnOneSubnet implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.automatic-failover-on-one-subnet",
          Severity.WARNING,
          "A pair with built-in automatic failover is on one subnet",
          "Switch off Enable Automatic Failover on the Failover page and change roles through the"
              + " API, or move one appliance to the subnet of the other.",
          "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
              + " Appliances\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Verdict.any(
        List.of(Subnets.judgeIsOne(facts), FailoverPage.judgeAutomaticFailoverIsOff(facts)));
  }
}
