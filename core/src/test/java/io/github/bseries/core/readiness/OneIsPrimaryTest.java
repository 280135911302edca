// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.UNREADABLE;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import org.junit.jupiter.api.Test;

class OneIsPrimaryTest {

  private static final Rule RULE = new OneIsPrimary();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal primary is primary, normal backup is backup");
  }

  @Test
  void swapped_roles_are_one_primary_too() {
    passes(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), Looks.role(backupHealth(), PRIMARY)),
        "normal primary is backup, normal backup is primary");
  }

  @Test
  void two_in_the_same_role_break_it() {
    violates(
        RULE,
        Looks.backup(Looks.role(backupHealth(), PRIMARY)),
        "normal primary is primary, normal backup is primary");
    violates(
        RULE,
        Looks.primary(Looks.role(primaryHealth(), BACKUP)),
        "normal primary is backup, normal backup is backup");
  }

  @Test
  void no_relation_is_not_one_primary() {
    violates(RULE, Looks.backup(Looks.role(backupHealth(), NONE)), "normal backup is none");
  }

  @Test
  void one_appliance_at_both_addresses_says_nothing_of_the_other() {
    lacks(RULE, Looks.backup(Looks.id(backupHealth(), ONE)), "the other is not seen");
  }

  @Test
  void a_side_that_is_not_seen_is_not_judged() {
    lacks(
        RULE,
        Looks.facts(seen(primaryHealth()), UNREADABLE),
        "normal backup unreadable: the token was refused");
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
  }
}
