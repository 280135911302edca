// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;

/** By mail an appliance tells that nothing is synced any more, or that it is about to take over. */
final class SmtpAlertsAreConfiguredOnBothSides implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "control.smtp-alerts-on-both-sides",
          Severity.WARNING,
          "Email alerts reach somebody from both sides",
          "Enter a working SMTP server and an address on the page Email Configuration of the"
              + " primary; the next data sync brings them to the backup.",
          "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
              + " Appliances\", D-MAIL");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        facts,
        "SMTP alerts",
        DeclaredFacts::smtpAlerts,
        configured -> Verdict.of(configured, "alerts are configured", "alerts are not configured"));
  }
}
