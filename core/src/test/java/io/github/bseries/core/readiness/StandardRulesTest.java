// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.architecture.SourceKeys;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardRulesTest {

  private static final Set<String> GROUPS =
      Set.of(
          "pair", "sync", "settings", "network", "certificates", "control", "attestation", "kit");

  @Test
  void no_two_have_one_id() {
    assertThat(StandardRules.all())
        .extracting(rule -> rule.description().id())
        .doesNotHaveDuplicates();
  }

  @Test
  void the_id_begins_with_the_group() {
    assertThat(StandardRules.all())
        .extracting(rule -> rule.description().id())
        .allMatch(id -> GROUPS.contains(id.substring(0, id.indexOf('.'))));
  }

  @Test
  void titles_have_no_full_stop_and_remedies_have_one() {
    assertThat(StandardRules.all())
        .extracting(Rule::description)
        .allSatisfy(
            rule -> {
              assertThat(rule.title()).doesNotEndWith(".");
              assertThat(rule.remedy()).endsWith(".");
            });
  }

  @Test
  void every_source_is_listed_or_said_to_be_ours() {
    assertThat(StandardRules.all())
        .allSatisfy(
            rule -> assertThat(SourceKeys.complaintsAbout(rule.description().source())).isEmpty());
  }

  @Test
  void the_well_kept_pair_passes_them_all() {
    PairFacts facts = WellKept.facts();

    assertThat(StandardRules.all())
        .allSatisfy(
            rule ->
                assertThat(rule.judge(facts))
                    .as(rule.description().id())
                    .isInstanceOf(Verdict.Passed.class));
  }

  @Test
  void where_nothing_is_known_none_passes_and_none_is_broken() {
    PairFacts facts = PairFacts.at(NOW).build();

    assertThat(StandardRules.all())
        .allSatisfy(
            rule ->
                assertThat(rule.judge(facts))
                    .as(rule.description().id())
                    .isInstanceOf(Verdict.NotJudged.class));
  }
}
