// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** On, it could take its role back without a data sync while it stands by for maintenance. */
final class AutomaticFailoverIsOffOnNormalPrimary implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.automatic-failover-off-on-normal-primary",
          Severity.WARNING,
          "Enable Automatic Failover is off on the normal primary",
          "Switch off Enable Automatic Failover on the Failover page of the normal primary.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judge(facts, PairSide.NORMAL_PRIMARY, FailoverPage::automaticFailoverIsOff);
  }
}
