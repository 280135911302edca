// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Certificates.factsOf;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.certificate;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class BackupCoversSiteNameTest {

  private static final Rule RULE = new BackupCoversSiteName();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the normal backup has a certificate for the site's name");
  }

  @Test
  void a_star_stands_for_one_label() {
    passes(RULE, backup("x", "*.example.com"), "normal backup");
    passes(RULE, backup("x", "other.example.org", "SUPPORT.Example.COM"), "normal backup");
    violates(RULE, backup("x", "*.com"), "none is for the site's name");
    violates(RULE, backup("x", "example.com"), "none is for");
    violates(RULE, backup("x", "*.support.example.com"), "none is for");
    violates(RULE, backup("x", "*t.example.com"), "none is for");
    violates(RULE, backup("x", "*"), "none is for");
  }

  @Test
  void whom_it_is_issued_to_counts_only_without_alternative_names() {
    passes(RULE, backup("support.example.com"), "normal backup");
    violates(RULE, backup("support.example.com", "site2.example.com"), "none is for");
  }

  @Test
  void the_private_key_must_be_there() {
    violates(
        RULE,
        Certificates.facts(NORMAL_BACKUP, Certificates.flags(false, true, true, false)),
        "the private key of that for the site's name is not there");
    passes(
        RULE,
        Certificates.facts(
            NORMAL_BACKUP, Certificates.flags(false, true, true, false), certificate()),
        "normal backup");
  }

  @Test
  void no_certificate_at_all_breaks_it() {
    violates(RULE, Certificates.facts(NORMAL_BACKUP), "none is for the site's name");
  }

  @Test
  void of_the_primary_nothing_is_asked() {
    passes(RULE, Certificates.facts(NORMAL_PRIMARY), "normal backup");
  }

  @Test
  void without_a_list_it_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "certificates of the normal backup: not declared");
  }

  private static PairFacts backup(String issuedTo, String... names) {
    return Certificates.facts(NORMAL_BACKUP, Certificates.named(issuedTo, names));
  }
}
