// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsAreTheSameTest {

  private static final Rule RULE = new VersionsAreTheSame();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "both run 24.1.3 (1234-ab)");
  }

  @Test
  void another_product_version_or_build_breaks_it() {
    violates(
        RULE,
        runs("24.1.2 (1234-ab)"),
        "normal primary runs 24.1.3 (1234-ab), normal backup runs 24.1.2 (1234-ab)");
    violates(RULE, runs("24.1.3 (1234-cd)"), "24.1.3 (1234-cd)");
    violates(RULE, runs("24.1.2"), "24.1.2");
  }

  @Test
  void white_space_makes_no_other_version() {
    passes(RULE, runs("24.1.3(1234-ab)"), "normal backup runs 24.1.3(1234-ab)");
  }

  @Test
  void a_part_that_is_not_told_is_not_judged() {
    lacks(RULE, runs("24.1.3"), "is not told or not understood");
    lacks(RULE, runs("version 24"), "is not told or not understood");
    lacks(RULE, runs(null), "normal backup tells no software version");
    lacks(RULE, bothRun("24.1.3"), "is not told or not understood");
  }

  @Test
  void the_same_text_is_no_proof_where_it_is_not_understood() {
    lacks(RULE, bothRun("v24.3.2"), "is not told or not understood");
    lacks(RULE, bothRun("unknown"), "is not told or not understood");
  }

  @Test
  void the_version_of_a_side_that_is_not_seen_is_remembered() {
    passes(RULE, lostAfter("24.1.3 (1234-ab)"), "both run");
    violates(RULE, lostAfter("24.1.2 (1234-ab)"), "normal primary runs 24.1.2");
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(
        RULE,
        Looks.primaryLost().toBuilder().history(PairHistory.none()).build(),
        "normal primary silent");
  }

  private static PairFacts runs(@Nullable String version) {
    return Looks.backup(Looks.version(backupHealth(), version));
  }

  private static PairFacts bothRun(String version) {
    return Looks.facts(
        Looks.version(primaryHealth(), version), Looks.version(backupHealth(), version));
  }

  private static PairFacts lostAfter(String version) {
    Observation seen = seen(Looks.version(primaryHealth(), version));
    PairHistory history = PairHistory.none().after(Looks.round(seen, seen(backupHealth())));
    return Looks.primaryLost().toBuilder().history(history).build();
  }
}
