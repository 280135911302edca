// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.SHARED_IP;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.NatSwing;
import org.junit.jupiter.api.Test;

class SharedIpIsHeldOnceTest {

  private static final Rule RULE = new SharedIpIsHeldOnce();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup does not hold 12.12.1.52");
  }

  @Test
  void both_holding_it_collide() {
    violates(
        RULE,
        Looks.backup(Looks.holding(backupHealth(), SHARED_IP)),
        "normal primary holds 12.12.1.52; normal backup holds 12.12.1.52");
  }

  @Test
  void one_that_does_not_hold_it_is_enough() {
    passes(RULE, Looks.primaryLost(), "normal backup does not hold 12.12.1.52");
    passes(
        RULE,
        Looks.backup(Looks.holding(backupHealth(), "12.12.1.53", "no address")),
        "normal backup does not hold");
  }

  @Test
  void whether_a_lost_primary_holds_it_is_not_known() {
    lacks(
        RULE,
        Looks.facts(SILENT, seen(Looks.holding(backupHealth(), SHARED_IP))),
        "normal primary silent");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked");
  }

  @Test
  void nothing_is_asked_without_a_shared_ip() {
    passes(
        RULE,
        factsOf(pair().toBuilder().cutover(new NatSwing(null)).build()),
        "not asked of a pair with NAT swing");
    lacks(RULE, WellKept.facts().toBuilder().pair(null).build(), "no pair was declared");
  }
}
