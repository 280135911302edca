// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Better facts never judge worse, and what was not seen is never a reason to pass. */
class RulesKeepTheirWordPropertyTest {

  /** How far from now a moment may be in these tests, in seconds. */
  private static final long FAR = 100_000_000;

  @Property
  void a_look_that_is_taken_away_never_makes_a_rule_pass(
      @ForAll("looks") Observation primary,
      @ForAll("looks") Observation backup,
      @ForAll("looks") Observation site,
      @ForAll("unseen") Observation unseen) {
    PairFacts facts = facts(primary, backup, site);

    for (Rule rule : StandardRules.all()) {
      if (!rule.judge(facts).isPassed()) {
        assertNotPassed(rule, facts(unseen, backup, site));
        assertNotPassed(rule, facts(primary, unseen, site));
        assertNotPassed(rule, facts(primary, backup, unseen));
        assertNotPassed(rule, facts.toBuilder().snapshot(null).build());
      }
    }
  }

  @Property
  void a_lost_primary_never_blocks_a_takeover_that_its_sight_would_allow(
      @ForAll("unseen") Observation unseen) {
    PairFacts facts = WellKept.factsOf(Looks.round(unseen, WellKept.seen(WellKept.backupHealth())));

    assertThat(RuleBook.standard().judge(facts).blockersOf(Procedure.TAKEOVER)).isEmpty();
  }

  @Property
  void an_older_sync_never_turns_a_verdict_into_passed(
      @ForAll @LongRange(min = 2, max = FAR) long age,
      @ForAll @LongRange(min = 0, max = FAR) long more) {
    for (Rule rule : List.of(new SyncIsRecent(), new ExposureIsWithinPromise())) {
      assertNoBetter(
          rule,
          Looks.primary(Looks.synced(Duration.ofSeconds(age + more))),
          Looks.primary(Looks.synced(Duration.ofSeconds(age))));
    }
  }

  @Property
  void more_data_or_a_slower_line_never_turns_a_verdict_into_passed(
      @ForAll @LongRange(min = 0, max = FAR) long bytes,
      @ForAll @LongRange(min = 0, max = FAR) long more,
      @ForAll @IntRange(min = 1, max = 10_000) int rate,
      @ForAll @IntRange(min = 0, max = 10_000) int faster) {
    for (Rule rule : List.of(new LoadFitsInterval(), new PromiseCanBeKept())) {
      assertNoBetter(rule, load(bytes + more, rate), load(bytes, rate));
      assertNoBetter(rule, load(bytes, rate), load(bytes, rate + faster));
    }
  }

  @Property
  void a_certificate_that_ends_earlier_never_turns_a_verdict_into_passed(
      @ForAll @LongRange(min = -FAR, max = FAR) long end,
      @ForAll @LongRange(min = 0, max = FAR) long earlier) {
    for (Rule rule : List.of(new BackupCertificateIsValid(), new CertificatesLastLongEnough())) {
      assertNoBetter(rule, until(end - earlier), until(end));
    }
  }

  @Property
  void an_older_backup_never_turns_a_verdict_into_passed(
      @ForAll @LongRange(min = 2, max = FAR) long age,
      @ForAll @LongRange(min = 0, max = FAR) long more) {
    assertNoBetter(new BackupsAreRecent(), taken(age + more), taken(age));
  }

  @Property
  void clocks_that_are_farther_apart_never_turn_a_verdict_into_passed(
      @ForAll @LongRange(min = -FAR, max = FAR) long apart,
      @ForAll @LongRange(min = 0, max = FAR) long more) {
    assertNoBetter(
        new ClocksAgree(), skewed(apart < 0 ? apart - more : apart + more), skewed(apart));
  }

  @Property
  void a_star_never_stands_for_more_or_less_than_one_label(
      @ForAll @IntRange(min = 0, max = 4) int labels) {
    String name = "a.".repeat(labels) + "example.com";

    assertThat(SiteCertificates.covers(Certificates.named("x", "*.example.com"), name))
        .isEqualTo(labels == 1);
    assertThat(SiteCertificates.covers(Certificates.named("x", name), name)).isTrue();
  }

  @Provide
  Arbitrary<Observation> looks() {
    return Arbitraries.oneOf(seen(), unseen());
  }

  @Provide
  Arbitrary<Observation> unseen() {
    return Arbitraries.of(Looks.SILENT, Looks.UNREADABLE);
  }

  private static Arbitrary<Observation> seen() {
    return Combinators.combine(
            Arbitraries.of(WellKept.primaryHealth(), WellKept.backupHealth()),
            Arbitraries.of(FailoverRole.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of("24.1.3 (1234-ab)", "24.1.3", "24.1.4 (1)"))
        .as(RulesKeepTheirWordPropertyTest::seen);
  }

  private static Observation seen(
      ApplianceHealth of, FailoverRole role, boolean well, boolean holds, String version) {
    ApplianceHealth it = Looks.version(Looks.role(of, role), version);
    ApplianceHealth holding = holds ? Looks.holding(it, WellKept.SHARED_IP) : Looks.holding(it);
    return WellKept.seen(well ? holding : Looks.ailing(holding, "disk full"));
  }

  private static PairFacts facts(Observation primary, Observation backup, Observation site) {
    return Looks.facts(primary, backup).toBuilder()
        .snapshot(
            new PairSnapshot(primary, backup, new SiteObservation("support.example.com", site)))
        .build();
  }

  private static PairFacts load(long bytes, long rate) {
    ReadinessPolicy policy =
        ReadinessPolicy.builder()
            .syncPolicy(new SyncPolicy(Duration.ofHours(6), null, Duration.ofHours(15), 1))
            .measuredSync(bytes, new Bandwidth(rate))
            .build();
    return WellKept.facts().toBuilder().policy(policy).build();
  }

  private static PairFacts until(long seconds) {
    return Certificates.facts(PairSide.NORMAL_BACKUP, Certificates.until(NOW.plusSeconds(seconds)));
  }

  private static PairFacts taken(long ageSeconds) {
    return ReadyKit.factsOfBackup(
        KitPart.ready(ReadyKit.backup(WellKept.ONE, NOW.minusSeconds(ageSeconds))));
  }

  private static PairFacts skewed(long seconds) {
    return Looks.facts(
        Looks.clock(WellKept.primaryHealth(), NOW.plusSeconds(seconds)),
        Looks.clock(WellKept.backupHealth(), NOW));
  }

  private static void assertNoBetter(Rule rule, PairFacts worse, PairFacts better) {
    if (rule.judge(worse).isPassed()) {
      assertThat(rule.judge(better).isPassed()).as(rule.description().id()).isTrue();
    }
  }

  private static void assertNotPassed(Rule rule, PairFacts facts) {
    assertThat(rule.judge(facts).isPassed()).as(rule.description().id()).isFalse();
  }
}
