// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Certificates.factsOf;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.certificate;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class DefaultCertificateIsRealTest {

  private static final Rule RULE = new DefaultCertificateIsReal();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "default of the normal backup: *.example.com");
  }

  @Test
  void that_of_the_factory_breaks_it() {
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.flags(true, true, true, true)),
        "default of the normal backup: *.example.com, from the factory");
  }

  @Test
  void a_self_signed_one_breaks_it() {
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.from("*.example.com")),
        "default of the normal backup: *.example.com, self-signed");
  }

  @Test
  void those_that_are_no_default_do_not_count() {
    passes(
        RULE,
        Certificates.facts(
            NORMAL_BACKUP, certificate(), Certificates.flags(true, true, false, true)),
        "normal backup");
  }

  @Test
  void without_a_default_it_is_not_judged() {
    lacks(RULE, Certificates.facts(NORMAL_BACKUP), "default of the normal backup: none");
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "certificates of the normal backup: not declared");
  }
}
