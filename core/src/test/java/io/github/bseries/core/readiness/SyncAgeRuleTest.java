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
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What both rules that judge the age of the last data sync have in common: all but the bound. */
abstract class SyncAgeRuleTest {

  private final Rule rule;
  private final Duration longest;

  /** Tries a rule that the well-kept pair keeps up to this age. */
  SyncAgeRuleTest(Rule rule, Duration longest) {
    this.rule = rule;
    this.longest = longest;
  }

  @Test
  void it_may_be_so_long_ago_and_no_longer() {
    passes(rule, Looks.primary(Looks.synced(longest)), "ago at most");
    violates(rule, Looks.primary(Looks.synced(longest.plusSeconds(1))), "the last data sync was ");
  }

  @Test
  void without_a_promise_it_is_not_judged() {
    lacks(
        rule,
        WellKept.facts().toBuilder().policy(ReadinessPolicy.standard()).build(),
        "sync policy: not in the policy");
  }

  @Test
  void with_the_primary_lost_the_memory_stands_in_and_ages() {
    PairFacts lost = factsOf(Looks.round(SILENT, seen(backupHealth())));
    passes(rule, lost, "the last data sync was 2 h ago");
    violates(rule, later(lost, Duration.ofDays(3)), "the last data sync was 3 d 2 h ago");
  }

  @Test
  void a_memory_that_is_too_old_is_not_judged_if_nobody_looked() {
    lacks(rule, Looks.later(WellKept.facts(), Duration.ofDays(3)), "nobody looked for a later one");
  }

  @Test
  void without_the_clock_of_the_appliance_it_is_not_judged() {
    lacks(
        rule,
        Looks.facts(Looks.clock(primaryHealth(), null), seen(backupHealth())),
        "but shows no clock");
  }

  @Test
  void a_sync_after_that_clock_is_not_judged() {
    lacks(rule, Looks.primary(Looks.synced(Duration.ofHours(-1))), "after its own clock");
  }

  @Test
  void a_time_that_was_not_understood_is_not_judged() {
    lacks(
        rule,
        Looks.primary(
            Looks.syncing(primaryHealth(), new LastDataSync(null, "yesterday", "success"))),
        "without a time that can be read");
  }

  @Test
  void never_and_not_told_are_not_judged_and_not_the_same_as_not_seen() {
    lacks(
        rule,
        Looks.primary(Looks.syncing(primaryHealth(), null)),
        "the primary tells of no data sync");
    lacks(rule, Looks.primaryLost(), "no primary is seen, and no data sync is remembered");
    lacks(rule, Looks.nobodyLooked(), "no primary is seen, and no data sync is remembered");
  }

  @Test
  void a_memory_of_a_later_sync_does_not_stand_in_for_an_earlier_one() {
    PairFacts facts =
        factsOf(
            Looks.round(
                Looks.clock(Looks.synced(Duration.ofHours(3)), null), seen(backupHealth())));
    lacks(rule, facts, "but shows no clock");
  }

  @Test
  void the_primary_may_tell_of_it_under_the_name_of_the_site_alone() {
    passes(
        rule,
        Looks.facts(SILENT, SILENT).toBuilder()
            .snapshot(
                new PairSnapshot(
                    SILENT,
                    SILENT,
                    new SiteObservation("support.example.com", seen(primaryHealth()))))
            .build(),
        "2 h ago");
  }

  @Test
  void what_is_yet_to_come_has_no_age() {
    lacks(
        rule,
        Looks.later(Looks.primary(primaryHealth()), Duration.ofMinutes(-5)),
        "is later than the moment");
  }

  /** The same looks, made again so much later. */
  private static PairFacts later(PairFacts facts, Duration span) {
    Observation silent = new Observation.Silent(NOW.plus(span), "connection refused");
    return Looks.later(facts, span).toBuilder().snapshot(Looks.round(silent, silent)).build();
  }
}
