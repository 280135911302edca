// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.SpanText;
import java.time.Duration;

/** Without it nobody knows after how long an appliance makes itself primary. */
final class PrimarySiteInstanceTimeoutIsDeclaredForAutomaticFailover implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.timeout-declared-for-automatic-failover",
          Severity.NOTICE,
          "Primary Site Instance Timeout is declared where Enable Automatic Failover is on",
          "Look up Primary Site Instance Timeout on the Failover page, set it to what suits the"
              + " promised recovery time, and declare it.",
          "S1 \"Best Practices for Primary and Backup Environments\""
              + "; ours: that it is declared");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judgeWhereAutomaticFailoverIsOn(
        facts,
        settings -> {
          Duration timeout = settings.primarySiteInstanceTimeout();
          return timeout == null
              ? Verdict.violated("automatic failover is on, the timeout is not declared")
              : Verdict.passed("automatic failover is on, after " + SpanText.of(timeout));
        });
  }
}
