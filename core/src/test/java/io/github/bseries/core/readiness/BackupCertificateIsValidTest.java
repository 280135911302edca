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

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class BackupCertificateIsValidTest {

  private static final Rule RULE = new BackupCertificateIsValid();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup: *.example.com is valid until");
  }

  @Test
  void it_is_valid_until_the_moment_of_its_end() {
    passes(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.until(NOW.plusNanos(1))),
        "is valid until");
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.until(NOW)),
        "normal backup: *.example.com expired at 2026-03-01T12:00:00Z");
  }

  @Test
  void one_that_is_valid_is_enough() {
    passes(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.until(NOW), certificate()),
        "is valid until");
  }

  @Test
  void of_the_primary_nothing_is_asked() {
    passes(RULE, Certificates.facts(NORMAL_PRIMARY, Certificates.until(NOW)), "normal backup");
  }

  @Test
  void without_a_certificate_it_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "certificates of the normal backup: not declared");
    lacks(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.named("other.example.org")),
        "certificates of the normal backup: none is for the site's name");
  }
}
