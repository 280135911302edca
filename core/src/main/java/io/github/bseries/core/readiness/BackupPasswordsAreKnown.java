// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** A backup whose password is lost cannot be restored. */
final class BackupPasswordsAreKnown implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.backup-passwords-are-known",
          Severity.WARNING,
          "Somebody knows the password of the newest backup of each side",
          "Write down who knows the password. If nobody does, download a new backup with another"
              + " one.",
          "S2 \"Recover /login\", S2 \"Backup Password\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.judgeBackups(
        facts,
        (side, copy) ->
            facts
                .current("password of the " + KitParts.backupOf(side), copy.password())
                .judge(custody -> KitParts.judgeKnown(KitParts.backupOf(side), custody)));
  }
}
