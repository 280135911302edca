// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceId;
import org.junit.jupiter.api.Test;

class DeclaredIdsAnswerTest {

  private static final Rule RULE = new DeclaredIdsAnswer();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is 11111111111111111111111111111111");
  }

  @Test
  void another_appliance_breaks_it() {
    violates(
        RULE,
        Looks.primary(Looks.id(primaryHealth(), STRANGER)),
        "normal primary is " + STRANGER + ", declared was " + ONE);
    violates(
        RULE,
        Looks.facts(SILENT, seen(Looks.id(backupHealth(), STRANGER))),
        "normal backup is " + STRANGER);
  }

  @Test
  void without_an_id_or_a_look_it_is_not_judged() {
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "id of the normal backup: not declared");
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(RULE, WellKept.facts().toBuilder().pair(null).build(), "no pair was declared");
  }

  private static final ApplianceId STRANGER = new ApplianceId("3".repeat(32));
}
