// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** On, it would probe, send mails and sync data while the pair is swapped for maintenance. */
final class BackupOperationsAreOffOnNormalPrimary implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.backup-operations-off-on-normal-primary",
          Severity.WARNING,
          "Enable Backup Operations is off on the normal primary",
          "Switch off Enable Backup Operations on the Failover page of the normal primary.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judge(
        facts,
        PairSide.NORMAL_PRIMARY,
        settings ->
            Verdict.of(
                !settings.backupOperations(),
                "backup operations are off",
                "backup operations are on"));
  }
}
