// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Certificates.factsOf;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotFromLetsEncryptTest {

  private static final Rule RULE = new NotFromLetsEncrypt();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "*.example.com is from Example CA");
  }

  @Test
  void its_names_are_known() {
    for (String issuer :
        List.of(
            "Let's Encrypt",
            "(STAGING) LETS ENCRYPT",
            "Let’s Encrypt Authority X3",
            "R3",
            "E6",
            "CN=R11",
            " YR2 ")) {
      violates(
          RULE,
          Certificates.facts(NORMAL_BACKUP, Certificates.from(issuer)),
          "normal backup: *.example.com is from " + issuer + ", which is Let's Encrypt");
    }
  }

  @Test
  void other_names_are_not_taken_for_it() {
    for (String issuer : List.of("GlobalSign Root R3", "R", "E1234", "SR3")) {
      passes(RULE, Certificates.facts(NORMAL_BACKUP, Certificates.from(issuer)), issuer);
    }
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
