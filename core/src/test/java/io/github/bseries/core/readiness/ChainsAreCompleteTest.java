// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Certificates.factsOf;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class ChainsAreCompleteTest {

  private static final Rule RULE = new ChainsAreComplete();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "*.example.com has its chain");
  }

  @Test
  void a_missing_part_breaks_it() {
    violates(
        RULE,
        Certificates.facts(NORMAL_PRIMARY, Certificates.flags(true, false, true, false)),
        "normal primary: *.example.com lacks a part of its chain");
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
