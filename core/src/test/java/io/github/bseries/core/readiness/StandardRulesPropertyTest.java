// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandardRulesPropertyTest {

  /**
   * What is too old counts as missing for every other rule; for this one it is what is wrong. That
   * taking away what counts leaves it broken is in its own test.
   */
  private static final String ABOUT_OLD_FACTS = "attestation.pair-recent";

  /**
   * The memory stands in for a side that is not seen, as it must when a primary is lost. It cannot
   * hold all that contradicting looks tell, such as those at two primaries, or at one appliance
   * that answers at both addresses; without such a look it may be better.
   */
  private static final Set<String> WITH_MEMORY =
      Set.of(
          "pair.versions-are-the-same",
          "sync.went-well",
          "sync.is-recent",
          "sync.exposure-is-within-promise",
          "kit.backups-fit-the-version");

  /**
   * The declaration stands in for a certificate that nobody saw, as it must when a primary is lost.
   * A look may contradict it; without that look it may be better.
   */
  private static final Set<String> WITH_DECLARATION =
      Set.of(
          "pair.one-side-can-take-over",
          "certificates.backup-covers-site-name",
          "certificates.are-identical",
          "certificates.backup-is-valid",
          "certificates.last-long-enough",
          "certificates.chains-are-complete",
          "certificates.backup-chain-is-complete",
          "certificates.from-an-authority",
          "kit.certificates-are-saved",
          "certificates.not-from-lets-encrypt",
          "certificates.default-is-real");

  private static final Map<String, UnaryOperator<PairFacts>> REMOVALS = Removals.all();
  private static final Set<String> LOOKS = Removals.looks().keySet();
  private static final Set<String> ATTESTED = Set.copyOf(Removals.attestations().keySet());

  @Property
  void every_rule_judges_whatever_it_is_given(@ForAll("facts") PairFacts facts) {
    for (Rule rule : StandardRules.all()) {
      assertThat(rule.judge(facts).because()).as(rule.description().id()).isNotBlank();
    }
  }

  @Property
  void the_same_facts_give_the_same_verdict(@ForAll("facts") PairFacts facts) {
    PairFacts same = facts.toBuilder().build();

    for (Rule rule : StandardRules.all()) {
      assertThat(rule.judge(facts)).isEqualTo(rule.judge(facts)).isEqualTo(rule.judge(same));
    }
  }

  @Property
  void taking_a_fact_away_makes_no_rule_pass(@ForAll("facts") PairFacts facts) {
    List<Rule> notPassed =
        StandardRules.all().stream().filter(rule -> !passes(rule, facts)).toList();

    REMOVALS.forEach(
        (name, removal) -> {
          PairFacts less = removal.apply(facts);
          assertThat(notPassed)
              .as("without %s", name)
              .noneMatch(rule -> passes(rule, less) && !mayPassWithout(rule, name));
        });
  }

  private static boolean passes(Rule rule, PairFacts facts) {
    return rule.judge(facts).isPassed();
  }

  private static boolean mayPassWithout(Rule rule, String removal) {
    String id = rule.description().id();
    return (id.equals(ABOUT_OLD_FACTS) && ATTESTED.contains(removal))
        || (WITH_DECLARATION.contains(id) && removal.equals(Removals.SHOWN))
        || (WITH_MEMORY.contains(id) && isSeenOrRemembered(removal));
  }

  private static boolean isSeenOrRemembered(String removal) {
    return LOOKS.contains(removal) || removal.equals("history");
  }

  @Provide
  Arbitrary<PairFacts> facts() {
    return AnyFacts.all();
  }
}
