// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.Looks.UNREADABLE;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackupStandsByTest {

  private static final Rule RULE = new BackupStandsBy();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup is backup and well");
  }

  @Test
  void it_is_judged_with_the_primary_lost() {
    passes(RULE, Looks.primaryLost(), "normal backup is backup and well");
    violates(
        RULE,
        Looks.facts(SILENT, seen(Looks.ailing(backupHealth(), "disk full"))),
        "normal backup is backup and not well, and says: disk full");
  }

  @Test
  void in_swapped_roles_the_normal_primary_stands_by() {
    passes(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), Looks.role(backupHealth(), PRIMARY)),
        "normal primary is backup and well");
    passes(
        RULE,
        Looks.facts(seen(Looks.role(primaryHealth(), BACKUP)), SILENT),
        "normal primary is backup and well");
  }

  @Test
  void of_two_backups_one_that_is_well_is_enough() {
    passes(
        RULE,
        Looks.facts(Looks.role(primaryHealth(), BACKUP), Looks.ailing(backupHealth())),
        "normal primary is backup and well");
    violates(
        RULE,
        Looks.facts(
            Looks.ailing(Looks.role(primaryHealth(), BACKUP)), Looks.ailing(backupHealth())),
        "without saying why");
  }

  @Test
  void silence_breaks_it_while_the_primary_is_seen() {
    violates(
        RULE,
        Looks.facts(seen(primaryHealth()), SILENT),
        "normal backup silent: connection refused");
  }

  @Test
  void silence_on_both_sides_may_be_ours() {
    lacks(RULE, Looks.facts(SILENT, SILENT), "normal backup silent");
    lacks(RULE, Looks.facts(UNREADABLE, SILENT), "normal backup silent");
  }

  @Test
  void an_answer_that_is_no_health_says_nothing_of_the_backup() {
    lacks(RULE, Looks.facts(seen(primaryHealth()), UNREADABLE), "normal backup unreadable");
  }

  @Test
  void two_primaries_leave_no_backup() {
    violates(
        RULE,
        Looks.backup(Looks.role(backupHealth(), PRIMARY)),
        "normal backup is primary, not backup");
    violates(
        RULE, Looks.backup(Looks.role(backupHealth(), NONE)), "normal backup is none, not backup");
  }

  @Test
  void a_look_may_be_five_minutes_old_and_no_older() {
    passes(RULE, Looks.later(Looks.primaryLost(), Duration.ofSeconds(298)), "and well");
    lacks(RULE, Looks.later(Looks.primaryLost(), Duration.ofSeconds(299)), "must be at most 5 min");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked");
  }
}
