// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import org.junit.jupiter.api.Test;

class RolesAreNormalTest {

  private static final Rule RULE = new RolesAreNormal();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is primary; normal backup is backup");
  }

  @Test
  void swapped_roles_break_it() {
    violates(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), Looks.role(backupHealth(), PRIMARY)),
        "normal primary is backup; normal backup is primary");
    violates(
        RULE,
        Looks.facts(SILENT, seen(Looks.role(backupHealth(), PRIMARY))),
        "normal backup is primary");
  }

  @Test
  void a_side_that_is_not_seen_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
  }
}
