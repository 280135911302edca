// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;

import org.junit.jupiter.api.Test;

class PrimaryIsWellTest {

  private static final Rule RULE = new PrimaryIsWell();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is primary and well");
  }

  @Test
  void an_error_breaks_it() {
    violates(
        RULE,
        Looks.primary(Looks.ailing(primaryHealth(), "disk full", "hot")),
        "normal primary is primary and not well, and says: disk full; hot");
    violates(RULE, Looks.primary(Looks.ailing(primaryHealth())), "without saying why");
  }

  @Test
  void in_swapped_roles_the_normal_backup_is_judged() {
    violates(
        RULE,
        Looks.facts(
            Looks.role(primaryHealth(), BACKUP), Looks.ailing(Looks.role(backupHealth(), PRIMARY))),
        "normal backup is primary and not well");
  }

  @Test
  void a_primary_that_is_not_seen_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), backupHealth()),
        "no primary was seen");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked");
  }
}
