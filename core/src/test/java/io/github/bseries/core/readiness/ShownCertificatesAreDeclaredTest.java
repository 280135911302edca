// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;

import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.SideCertificates;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownCertificatesAreDeclaredTest {

  private static final Rule RULE = new ShownCertificatesAreDeclared();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup shows by default *.example.com of Example CA");
  }

  @Test
  void another_certificate_than_the_declared_one_breaks_it() {
    CertificateLook other =
        ShownCertificates.shown(ShownCertificates.certificate("ab"), ChainEnd.TRUSTED);

    violates(
        RULE,
        ShownCertificates.facts(NORMAL_BACKUP, other),
        "normal backup shows for the site *.example.com of Example CA with the fingerprint abab");
    violates(
        RULE,
        ShownCertificates.facts(
            NORMAL_PRIMARY, new SideCertificates(ShownCertificates.good(), other)),
        "normal primary shows by default");
  }

  @Test
  void one_that_was_declared_for_another_name_is_declared() {
    PairFacts facts =
        WellKept.factsWith(
            NORMAL_BACKUP,
            declared ->
                declared.certificates(
                    WellKept.said(List.of(Certificates.named("other.example.org")))));

    passes(RULE, facts, "normal backup shows for the site *.example.com");
  }

  @Test
  void without_a_look_it_is_not_judged() {
    lacks(
        RULE,
        WellKept.facts().toBuilder().certificates(null).build(),
        "nobody looked at the certificates");
    lacks(
        RULE,
        ShownCertificates.facts(
            NORMAL_BACKUP, ShownCertificates.failed(HandshakeFailure.NO_CONNECTION)),
        "certificate that the normal backup shows: no connection came about");
  }

  @Test
  void without_a_declared_fingerprint_it_is_not_judged() {
    PairFacts facts =
        WellKept.factsWith(
            NORMAL_BACKUP,
            declared -> declared.certificates(WellKept.said(List.of(Certificates.with(null)))));

    lacks(RULE, facts, "fingerprint of the declared one: not declared");
  }
}
