// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;

import io.github.bseries.core.pair.NatSwing;
import org.junit.jupiter.api.Test;

class PrimaryHoldsSharedIpTest {

  private static final Rule RULE = new PrimaryHoldsSharedIp();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is primary and holds 12.12.1.52");
  }

  @Test
  void a_primary_without_it_breaks_it() {
    violates(
        RULE,
        Looks.primary(Looks.holding(primaryHealth())),
        "normal primary is primary and does not hold 12.12.1.52");
  }

  @Test
  void in_swapped_roles_the_normal_backup_is_judged() {
    violates(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), Looks.role(backupHealth(), PRIMARY)),
        "normal backup is primary and does not hold");
  }

  @Test
  void a_primary_that_is_not_seen_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), backupHealth()),
        "no primary was seen");
  }

  @Test
  void nothing_is_asked_without_a_shared_ip() {
    passes(
        RULE,
        factsOf(pair().toBuilder().cutover(new NatSwing(null)).build()),
        "not asked of a pair with NAT swing");
  }
}
