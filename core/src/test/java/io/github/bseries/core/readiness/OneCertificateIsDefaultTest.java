// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.certificate;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class OneCertificateIsDefaultTest {

  private static final Rule RULE = new OneCertificateIsDefault();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "default of the normal primary: *.example.com");
  }

  @Test
  void none_or_two_break_it() {
    violates(RULE, Certificates.facts(NORMAL_BACKUP), "default of the normal backup: none");
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, certificate(), Certificates.named("other")),
        "default of the normal backup: *.example.com and other");
  }

  @Test
  void those_that_are_no_default_do_not_count() {
    passes(
        RULE,
        Certificates.facts(
            NORMAL_BACKUP, certificate(), Certificates.flags(true, true, false, true)),
        "normal backup: *.example.com");
  }

  @Test
  void without_a_list_it_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "certificates of the normal backup: not declared");
  }
}
