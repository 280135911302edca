// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.RecoveryKit;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatesAreSavedTest {

  private static final Rule RULE = new CertificatesAreSaved();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE,
        WellKept.facts(),
        "certificates: saved as p12; certificates: saved with private key and chain; password of"
            + " the certificates: known to");
  }

  @Test
  void another_form_or_a_part_left_out_breaks_it() {
    violates(
        RULE,
        saved(new CertificateCopy(NOW, ALL, false, ReadyKit.onCall(), null)),
        "certificates: not saved as p12");
    violates(
        RULE,
        saved(ReadyKit.certificates(Set.of(CertificateCopy.Content.CERTIFICATE))),
        "is not in the file");
    violates(
        RULE,
        saved(new CertificateCopy(NOW, ALL, true, PasswordCustody.unprotected(), null)),
        "no password protects it");
    violates(
        RULE,
        ReadyKit.facts(kit -> kit.certificates(said(KitPart.lacking()))),
        "certificates: missing");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        saved(new CertificateCopy(NOW, ALL, true, null, null)),
        "password of the certificates: not declared");
    lacks(
        RULE,
        WellKept.facts().toBuilder().recoveryKit(RecoveryKit.none()).build(),
        "certificates: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static final Set<CertificateCopy.Content> ALL =
      EnumSet.allOf(CertificateCopy.Content.class);

  private static PairFacts saved(CertificateCopy copy) {
    return ReadyKit.facts(kit -> kit.certificates(said(KitPart.ready(copy))));
  }
}
