// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Certificates.factsOf;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.certificate;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesAreIdenticalTest {

  private static final Rule RULE = new CertificatesAreIdentical();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "both have *.example.com of Example CA until");
  }

  @Test
  void another_fingerprint_breaks_it() {
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.with(new Fingerprint("ef".repeat(32)))),
        "the fingerprints differ of *.example.com");
  }

  @Test
  void one_side_without_a_certificate_breaks_it() {
    violates(RULE, Certificates.facts(NORMAL_BACKUP), "normal backup has none for the site's name");
    violates(
        RULE, Certificates.facts(NORMAL_PRIMARY), "normal primary has none for the site's name");
  }

  @Test
  void another_certificate_breaks_it_whatever_the_fingerprint_is() {
    violates(
        RULE,
        Certificates.facts(
            NORMAL_BACKUP,
            new ApplianceCertificate(
                null,
                "*.example.com",
                "Other CA",
                certificate().expiration(),
                List.of("*.example.com"),
                true,
                true,
                true,
                false)),
        "normal backup has *.example.com of Other CA");
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, certificate(), Certificates.until(NOW)),
        "until 2026-03-01T12:00:00Z");
  }

  @Test
  void without_a_fingerprint_it_is_not_judged() {
    lacks(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.with(null)),
        "fingerprint of a certificate for the site's name: not declared");
    lacks(
        RULE,
        Certificates.facts(NORMAL_PRIMARY, Certificates.with(null)),
        "fingerprint of a certificate");
  }

  @Test
  void certificates_for_other_names_do_not_count() {
    passes(
        RULE,
        Certificates.facts(NORMAL_BACKUP, certificate(), Certificates.named("other.example.org")),
        "both have *.example.com");
  }

  @Test
  void without_any_on_either_side_it_is_not_judged() {
    AppliancePair none =
        pair()
            .withNormalPrimary(bare(pair().normalPrimary()))
            .withNormalBackup(bare(pair().normalBackup()));
    lacks(RULE, factsOf(none), "neither side has a certificate for the site's name");
  }

  @Test
  void without_a_list_it_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "certificates of the normal backup: not declared");
  }

  private static Appliance bare(Appliance appliance) {
    return appliance.withDeclared(DeclaredFacts.builder().certificates(said(List.of())).build());
  }
}
