// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.VaultKeyCopy;
import org.junit.jupiter.api.Test;

class VaultKeyIsSavedTest {

  private static final Rule RULE = new VaultKeyIsSaved();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE, WellKept.facts(), "password of the Vault encryption key: known to the on-call team");
  }

  @Test
  void a_key_without_a_password_or_without_a_knower_breaks_it() {
    violates(
        RULE, key(PasswordCustody.unprotected()), "Vault encryption key: no password protects it");
    violates(RULE, key(PasswordCustody.knownToNobodyNamed()), "known to nobody who was named");
    violates(
        RULE,
        ReadyKit.facts(kit -> kit.vaultKey(said(KitPart.lacking()))),
        "Vault encryption key: missing");
  }

  @Test
  void nothing_is_asked_where_the_vault_is_not_used() {
    passes(
        RULE,
        ReadyKit.facts(kit -> kit.vaultKey(said(KitPart.nothingToKeep("no Vault")))),
        "nothing to keep, no Vault");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.facts(kit -> kit.vaultKey(said(KitPart.ready(new VaultKeyCopy(NOW, null, null))))),
        "password of the Vault encryption key: not declared");
    lacks(
        RULE,
        WellKept.facts().toBuilder().recoveryKit(RecoveryKit.none()).build(),
        "Vault encryption key: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static PairFacts key(PasswordCustody custody) {
    return ReadyKit.facts(kit -> kit.vaultKey(said(KitPart.ready(ReadyKit.vaultKey(custody)))));
  }
}
