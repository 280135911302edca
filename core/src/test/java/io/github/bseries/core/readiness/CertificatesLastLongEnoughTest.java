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
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificatesLastLongEnoughTest {

  private static final Rule RULE = new CertificatesLastLongEnough();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "*.example.com is valid until");
  }

  @Test
  void thirty_days_are_enough() {
    Instant end = NOW.plus(Duration.ofDays(30));
    passes(
        RULE, Certificates.facts(NORMAL_PRIMARY, Certificates.until(end)), "must be until " + end);
    violates(
        RULE,
        Certificates.facts(NORMAL_PRIMARY, Certificates.until(end.minusNanos(1))),
        "normal primary: *.example.com is valid until");
  }

  @Test
  void each_certificate_counts() {
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.until(NOW), certificate()),
        "normal backup");
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
