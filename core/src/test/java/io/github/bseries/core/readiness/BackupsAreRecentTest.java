// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.ONE;

import io.github.bseries.core.backup.KitPart;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackupsAreRecentTest {

  private static final Rule RULE = new BackupsAreRecent();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "newest backup of the normal primary: 1 d old, may be 7 d");
  }

  @Test
  void seven_days_are_recent_and_no_more() {
    passes(RULE, taken(NOW.minus(Duration.ofDays(7))), "7 d old, may be 7 d");
    violates(RULE, taken(NOW.minus(Duration.ofDays(7)).minusNanos(1)), "7 d old, may be 7 d");
  }

  @Test
  void what_is_yet_to_come_is_not_judged() {
    passes(RULE, taken(NOW.plusSeconds(60)), "may be 7 d");
    lacks(RULE, taken(NOW.plusSeconds(61)), "which is yet to come");
  }

  @Test
  void a_side_that_gives_none_has_no_recent_one() {
    lacks(
        RULE,
        ReadyKit.factsOfBackup(KitPart.nothingToKeep("a backup gives none")),
        "newest backup of the normal primary: none, a backup gives none");
    violates(RULE, ReadyKit.factsOfBackup(KitPart.lacking()), "missing");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static PairFacts taken(Instant at) {
    return ReadyKit.factsOfBackup(KitPart.ready(ReadyKit.backup(ONE, at)));
  }
}
