// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import org.junit.jupiter.api.Test;

class RelationExistsTest {

  private static final Rule RULE = new RelationExists();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is primary; normal backup is backup");
  }

  @Test
  void one_side_without_a_relation_breaks_it() {
    violates(
        RULE,
        Looks.backup(Looks.role(backupHealth(), NONE)),
        "normal backup stands in no relationship");
    violates(
        RULE,
        Looks.facts(seen(Looks.role(primaryHealth(), NONE)), SILENT),
        "normal primary stands in no relationship");
  }

  @Test
  void a_side_that_is_not_seen_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent: connection refused");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked at the pair");
  }
}
