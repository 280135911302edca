// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastSyncWentWellTest {

  private static final Rule RULE = new LastSyncWentWell();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the status of the last data sync is \"success\"");
  }

  @Test
  void a_word_that_is_not_on_the_list_breaks_it() {
    violates(
        RULE,
        Looks.primary(Looks.syncing(primaryHealth(), new LastDataSync(NOW, null, "failed"))),
        "the status of the last data sync is \"failed\", which is none of the good ones");
  }

  @Test
  void without_a_list_it_is_not_judged() {
    lacks(
        RULE,
        WellKept.facts().toBuilder().policy(ReadinessPolicy.standard()).build(),
        "the statuses of a good data sync: not in the policy");
  }

  @Test
  void without_a_status_it_is_not_judged() {
    lacks(
        RULE,
        Looks.primary(Looks.syncing(primaryHealth(), new LastDataSync(NOW, null, null))),
        "how the last data sync went was not told");
    lacks(
        RULE,
        Looks.primary(Looks.syncing(primaryHealth(), null)),
        "the primary tells of no data sync");
    lacks(RULE, Looks.primaryLost(), "no primary is seen");
  }

  @Test
  void with_the_primary_lost_the_memory_stands_in() {
    passes(RULE, factsOf(Looks.round(SILENT, seen(backupHealth()))), "success");
  }

  @Test
  void without_a_look_of_now_it_is_not_judged() {
    lacks(RULE, Looks.later(WellKept.facts(), Duration.ofHours(1)), "nobody looked lately");
  }
}
