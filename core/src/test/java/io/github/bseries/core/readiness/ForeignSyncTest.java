// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A data sync of an appliance that is none of the two says nothing about this pair. */
class ForeignSyncTest {

  private static final List<Rule> RULES =
      List.of(new SyncIsRecent(), new LastSyncWentWell(), new ExposureIsWithinPromise());

  private static final ApplianceHealth STRANGER =
      Looks.id(Looks.synced(Duration.ofMinutes(1)), new ApplianceId("9".repeat(32)));

  @Test
  void at_the_address_of_the_primary_it_opens_no_takeover() {
    PairFacts facts = Looks.facts(STRANGER, backupHealth());
    for (Rule rule : RULES) {
      lacks(rule, facts, "not both appliances of the pair answer");
      lacks(
          rule,
          facts.toBuilder().history(WellKept.facts().history()).build(),
          "not both appliances of the pair answer");
    }
  }

  @Test
  void under_the_name_of_the_site_it_opens_no_takeover() {
    PairSnapshot snapshot = behindSite(SILENT, seen(backupHealth()), seen(STRANGER));
    for (Rule rule : RULES) {
      lacks(
          rule,
          WellKept.facts().toBuilder().history(null).snapshot(snapshot).build(),
          "no primary is seen, and no data sync is remembered");
    }
  }

  @Test
  void a_memory_of_it_opens_no_takeover() {
    PairHistory taken = PairHistory.none().after(Looks.round(seen(STRANGER), seen(backupHealth())));
    PairFacts lost =
        WellKept.facts().toBuilder()
            .history(taken)
            .snapshot(Looks.round(SILENT, seen(backupHealth())))
            .build();
    for (Rule rule : RULES) {
      lacks(rule, lost, "was told by 99999999999999999999999999999999, which is none of the two");
    }
  }

  @Test
  void it_is_not_taken_for_the_real_one_of_three_days_ago() {
    Observation old =
        new Observation.Seen(
            primaryHealth(), NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(3)));
    PairHistory known = PairHistory.none().after(Looks.round(old, SILENT));
    PairHistory met = known.after(WellKept.pair(), Looks.round(seen(STRANGER), SILENT));
    PairHistory metAtSite =
        known.after(WellKept.pair(), behindSite(SILENT, SILENT, seen(STRANGER)));

    assertThat(List.of(met, metAtSite))
        .allSatisfy(it -> assertThat(it.dataSync()).isEqualTo(known.dataSync()))
        .allSatisfy(it -> assertThat(it.primary().lastSeen()).isEqualTo(old));
    assertThat(met.primary().unseenSince()).isEqualTo(seen(STRANGER).at());
    assertThat(met.primary().silentSince()).isNull();
  }

  @Test
  void of_two_primaries_neither_is_a_copy_of_the_other() {
    PairFacts facts =
        Looks.facts(primaryHealth(), Looks.role(backupHealth(), FailoverRole.PRIMARY));
    for (Rule rule : RULES) {
      lacks(rule, facts, "both are primary");
    }
  }

  @Test
  void where_it_is_not_declared_which_two_these_are_nobody_is_believed() {
    for (Rule rule : RULES) {
      lacks(rule, Changed.withoutPair(), "no pair was declared");
      for (PairSide side : PairSide.values()) {
        lacks(
            rule,
            Removals.id(side).apply(WellKept.facts()),
            "id of the " + side.title() + ": not declared");
      }
    }
  }

  @Test
  void the_real_one_still_counts_under_the_name_of_the_site() {
    PairSnapshot snapshot = behindSite(SILENT, seen(backupHealth()), seen(primaryHealth()));
    for (Rule rule : RULES) {
      passes(
          rule,
          WellKept.facts().toBuilder().history(null).snapshot(snapshot).build(),
          "last data sync");
    }
  }

  private static PairSnapshot behindSite(
      Observation primary, Observation backup, Observation site) {
    return new PairSnapshot(primary, backup, new SiteObservation("support.example.com", site));
  }
}
