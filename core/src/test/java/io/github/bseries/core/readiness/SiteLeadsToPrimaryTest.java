// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.Looks.UNREADABLE;
import static io.github.bseries.core.readiness.WellKept.OTHER;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SiteLeadsToPrimaryTest {

  private static final Rule RULE = new SiteLeadsToPrimary();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the site leads to the normal primary, which is primary");
  }

  @Test
  void a_backup_behind_the_name_breaks_it() {
    violates(
        RULE,
        site(seen(primaryHealth()), seen(backupHealth()), seen(backupHealth())),
        OTHER + " answers under the name of the site and is backup");
  }

  @Test
  void a_third_appliance_breaks_it() {
    violates(
        RULE,
        site(
            seen(primaryHealth()), seen(backupHealth()), seen(Looks.id(primaryHealth(), STRANGER))),
        "is not the normal primary");
    lacks(
        RULE,
        site(SILENT, seen(backupHealth()), seen(Looks.id(primaryHealth(), STRANGER))),
        "normal primary silent");
  }

  @Test
  void what_is_primary_there_and_backup_here_breaks_it() {
    violates(
        RULE,
        site(
            seen(Looks.role(primaryHealth(), BACKUP)), seen(backupHealth()), seen(primaryHealth())),
        "the site leads to the normal primary, which is backup");
  }

  @Test
  void silence_breaks_it_while_the_primary_is_seen() {
    violates(
        RULE,
        site(seen(primaryHealth()), seen(backupHealth()), SILENT),
        "site silent: connection refused");
    lacks(RULE, site(SILENT, seen(backupHealth()), SILENT), "site silent");
  }

  @Test
  void an_answer_that_is_no_health_is_not_judged() {
    lacks(RULE, site(seen(primaryHealth()), seen(backupHealth()), UNREADABLE), "site unreadable");
  }

  @Test
  void nobody_may_have_looked() {
    lacks(
        RULE,
        factsOf(new PairSnapshot(seen(primaryHealth()), seen(backupHealth()), null)),
        "nobody looked at the name of the site");
    lacks(RULE, Looks.nobodyLooked(), "nobody looked at the pair");
    lacks(RULE, Looks.later(WellKept.facts(), Duration.ofMinutes(6)), "site: seen 6 min 2 s ago");
  }

  private static final ApplianceId STRANGER = new ApplianceId("3".repeat(32));

  private static PairFacts site(Observation primary, Observation backup, Observation site) {
    return factsOf(
        new PairSnapshot(primary, backup, new SiteObservation("support.example.com", site)));
  }
}
