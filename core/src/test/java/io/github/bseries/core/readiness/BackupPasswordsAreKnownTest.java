// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.PasswordCustody;
import org.junit.jupiter.api.Test;

class BackupPasswordsAreKnownTest {

  private static final Rule RULE = new BackupPasswordsAreKnown();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE,
        WellKept.facts(),
        "password of the newest backup of the normal primary: known to the on-call team");
  }

  @Test
  void a_password_that_nobody_knows_breaks_it() {
    violates(
        RULE,
        password(PasswordCustody.knownToNobodyNamed()),
        "password of the newest backup of the normal primary: known to nobody who was named");
  }

  @Test
  void without_a_password_nobody_must_know_it() {
    passes(RULE, password(PasswordCustody.unprotected()), "no password is needed");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.factsOfBackup(
            KitPart.ready(new NsbCopy(ReadyKit.backup(ONE, NOW).file(), null, null, null))),
        "password of the newest backup of the normal primary: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static PairFacts password(PasswordCustody custody) {
    return ReadyKit.factsOfBackup(
        KitPart.ready(ReadyKit.backup(ONE, NOW).withPassword(said(custody))));
  }
}
