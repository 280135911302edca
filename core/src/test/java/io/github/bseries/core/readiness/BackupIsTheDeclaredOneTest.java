// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.OTHER;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.ApplianceId;
import org.junit.jupiter.api.Test;

class BackupIsTheDeclaredOneTest {

  private static final Rule RULE = new BackupIsTheDeclaredOne();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup is 22222222222222222222222222222222");
  }

  @Test
  void of_a_lost_primary_nothing_is_asked() {
    passes(RULE, Looks.primaryLost(), "normal backup is " + OTHER);
  }

  @Test
  void another_appliance_breaks_it() {
    violates(
        RULE,
        Looks.facts(SILENT, seen(Looks.id(backupHealth(), STRANGER))),
        "normal backup is " + STRANGER + ", declared was " + OTHER);
  }

  @Test
  void of_a_primary_that_is_another_one_nothing_is_asked() {
    passes(RULE, Looks.primary(Looks.id(primaryHealth(), STRANGER)), "normal backup is " + OTHER);
  }

  @Test
  void without_a_backup_that_is_seen_it_is_not_judged() {
    lacks(RULE, Looks.facts(seen(primaryHealth()), SILENT), "normal backup silent");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked");
  }

  private static final ApplianceId STRANGER = new ApplianceId("3".repeat(32));
}
