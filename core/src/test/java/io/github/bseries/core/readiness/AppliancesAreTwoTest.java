// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import org.junit.jupiter.api.Test;

class AppliancesAreTwoTest {

  private static final Rule RULE = new AppliancesAreTwo();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "two appliances answer");
  }

  @Test
  void one_at_both_addresses_breaks_it() {
    violates(RULE, Looks.backup(Looks.id(backupHealth(), ONE)), ONE + " answers at both addresses");
  }

  @Test
  void a_side_that_is_not_seen_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(RULE, Looks.facts(seen(primaryHealth()), SILENT), "normal backup silent");
  }
}
