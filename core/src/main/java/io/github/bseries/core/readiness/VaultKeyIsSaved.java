// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.VaultKeyCopy;

/** Without the key nobody can read the credentials of the Vault that a backup holds. */
final class VaultKeyIsSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.vault-key-is-saved",
          Severity.WARNING,
          "The Vault encryption key is saved, under a password that somebody knows",
          "Click Download Vault Encryption Key under /login > Management > Software > Backup Vault"
              + " Encryption Key, with a password, and write down who knows it.",
          "S2 \"Back Up Vault Encryption Key\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.<VaultKeyCopy>judge(
        facts,
        "Vault encryption key",
        RecoveryKit::vaultKey,
        copy ->
            KitParts.judgeMade(
                facts,
                "Vault encryption key",
                copy.savedAt(),
                () -> KitParts.judgeProtection("Vault encryption key", copy.password())));
  }
}
