// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** Off, nothing is synced and nobody watches the primary. */
final class BackupOperationsAreOnOnNormalBackup implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.backup-operations-on-on-normal-backup",
          Severity.WARNING,
          "Enable Backup Operations is on on the normal backup",
          "Switch on Enable Backup Operations on the Failover page of the normal backup.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judge(
        facts,
        PairSide.NORMAL_BACKUP,
        settings ->
            Verdict.of(
                settings.backupOperations(),
                "backup operations are on",
                "backup operations are off"));
  }
}
