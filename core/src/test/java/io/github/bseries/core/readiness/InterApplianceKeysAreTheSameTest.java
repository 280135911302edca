// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.factsWith;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.Fingerprint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InterApplianceKeysAreTheSameTest {

  private static final Rule RULE = new InterApplianceKeysAreTheSame();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the fingerprints are the same");
  }

  @Test
  void another_key_breaks_it() {
    violates(
        RULE,
        factsWith(
            NORMAL_BACKUP,
            declared -> declared.interApplianceKey(said(new Fingerprint("cd".repeat(32))))),
        "the fingerprints differ");
  }

  @Test
  void no_digit_of_a_fingerprint_is_shown() {
    PairFacts facts =
        factsWith(
            NORMAL_BACKUP,
            declared -> declared.interApplianceKey(said(new Fingerprint("0f".repeat(32)))));

    assertThat(RULE.judge(facts).because()).doesNotContain("0f").doesNotContain("abab");
    assertThat(facts.toString()).doesNotContain("0f0f").doesNotContain("abab");
  }

  @Test
  void a_key_that_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "inter-appliance key of the normal backup: not declared");
  }

  @Test
  void what_was_said_long_ago_is_not_judged() {
    lacks(RULE, Looks.later(WellKept.facts(), Duration.ofDays(81)), "must be at most 90 d");
  }
}
