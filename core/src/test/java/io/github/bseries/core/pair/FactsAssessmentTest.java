// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.Night.POLICY;
import static io.github.bseries.core.pair.Night.SYNC_AGE;
import static io.github.bseries.core.pair.Night.VERSION;
import static io.github.bseries.core.pair.Night.after;
import static io.github.bseries.core.pair.Night.assess;
import static io.github.bseries.core.pair.Night.at;
import static io.github.bseries.core.pair.Night.health;
import static io.github.bseries.core.pair.Night.look;
import static io.github.bseries.core.pair.Night.roles;
import static io.github.bseries.core.pair.Night.seen;
import static io.github.bseries.core.pair.Night.silent;
import static io.github.bseries.core.pair.Night.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.pair.AssessmentReason.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages, clocks, versions and the site: what stands beside the state. */
class FactsAssessmentTest {

  private static void only(PairAssessment assessment, Kind kind, String sentence) {
    assertThat(assessment.reasons()).extracting(AssessmentReason::kind).containsExactly(kind);
    assertThat(assessment.reasons().get(0).sentence()).isEqualTo(sentence);
    assertThat(assessment.state()).isEqualTo(PairState.NORMAL);
  }

  private static Observation.Seen primary(@Nullable LastDataSync sync, @Nullable Instant clock) {
    return new Observation.Seen(health(ONE, PRIMARY, sync, true, VERSION), NOON, clock);
  }

  private static PairSnapshot beside(Observation.Seen primary) {
    return look(primary, seen(OTHER, BACKUP, 0));
  }

  private static String why(PairAssessment assessment) {
    return assessment.exposure().fold(judged -> "judged", Exposure.NotJudged::why);
  }

  @Nested
  class Exposed {

    private final AssessmentPolicy strict = POLICY.withOldestData(SYNC_AGE);

    @Test
    void is_the_age_on_the_primary_s_own_clock_and_the_time_since() {
      PairSnapshot snapshot = roles(PRIMARY, BACKUP, 0);

      assertThat(assess(snapshot).exposure())
          .isEqualTo(new Exposure.Judged(SYNC_AGE, seen(ONE, PRIMARY, 0)));
      assertThat(PairAssessment.of(null, snapshot, PairHistory.none(), POLICY, at(10)).exposure())
          .isEqualTo(new Exposure.Judged(SYNC_AGE.plusSeconds(10), seen(ONE, PRIMARY, 0)));
    }

    @Test
    void for_longer_than_allowed_is_stale_and_exactly_as_long_is_not() {
      PairSnapshot snapshot = roles(PRIMARY, BACKUP, 0);

      assertThat(PairAssessment.of(null, snapshot, PairHistory.none(), strict, at(0)).reasons())
          .isEmpty();
      only(
          PairAssessment.of(null, snapshot, PairHistory.none(), strict, at(1)),
          Kind.SYNC_STALE,
          "data: the last data sync was 5 min 1 s ago, allowed are 5 min");
    }

    @Test
    void without_a_limit_is_never_stale() {
      PairSnapshot snapshot =
          beside(primary(new LastDataSync(NOON.minusSeconds(9_999_999), null, null), NOON));

      assertThat(assess(snapshot).reasons()).isEmpty();
    }

    @Test
    void is_remembered_when_the_primary_is_gone() {
      PairHistory history = after(roles(PRIMARY, BACKUP, 0));
      PairSnapshot gone = look(silent(60), seen(OTHER, BACKUP, 60));

      assertThat(assess(gone, history).exposure())
          .isEqualTo(new Exposure.Judged(SYNC_AGE.plusSeconds(60), seen(ONE, PRIMARY, 0)));
      assertThat(PairAssessment.of(null, gone, history, strict, at(60)).has(Kind.SYNC_STALE))
          .isTrue();
      assertThat(why(assess(gone))).isEqualTo("no primary is seen, and no data sync is remembered");
    }

    @Test
    void is_told_by_the_site_when_the_primary_answers_there_alone() {
      PairSnapshot snapshot =
          new PairSnapshot(silent(0), seen(OTHER, BACKUP, 0), site(seen(ONE, PRIMARY, 0)));

      assertThat(assess(snapshot).exposure())
          .isEqualTo(new Exposure.Judged(SYNC_AGE, seen(ONE, PRIMARY, 0)));
    }

    @Test
    void is_not_judged_where_there_is_not_one_primary() {
      PairHistory history = after(roles(PRIMARY, BACKUP, 0));

      assertThat(why(assess(roles(PRIMARY, PRIMARY, 60), history)))
          .isEqualTo("both are primary, so neither is a copy of the other");
      assertThat(why(assess(roles(NONE, BACKUP, 60), history)))
          .isEqualTo("there is no failover relationship");
      assertThat(why(assess(roles(PRIMARY, NONE, 60), history)))
          .isEqualTo("there is no failover relationship");
      assertThat(why(assess(look(seen(ONE, PRIMARY, 60), seen(ONE, PRIMARY, 60)), history)))
          .isEqualTo("not both appliances of the pair answer at their addresses");
    }

    @Test
    void is_not_judged_for_a_moment_before_the_look() {
      PairAssessment assessment =
          PairAssessment.of(null, roles(PRIMARY, BACKUP, 0), PairHistory.none(), POLICY, at(-1));

      assertThat(why(assessment))
          .isEqualTo("the look that tells of it is later than the moment 2026-03-01T11:59:59Z");
    }

    @Test
    void is_told_in_words() {
      assertThat(assess(roles(PRIMARY, BACKUP, 0)).exposure().summary())
          .isEqualTo("last data sync 5 min ago");
      assertThat(new Exposure.NotJudged("no clock").summary()).isEqualTo("not judged: no clock");
    }

    @Test
    void for_less_than_nothing_is_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Exposure.Judged(Duration.ofSeconds(-1), seen(ONE, PRIMARY, 0)))
          .withMessage("age is PT-1S, must not be negative");
    }
  }

  @Nested
  class A_data_sync {

    @Test
    void that_nobody_ever_told_of_is_not_one_that_is_just_not_told_now() {
      PairSnapshot silentOnSync = beside(primary(null, NOON));

      only(
          assess(silentOnSync),
          Kind.SYNC_NEVER_SEEN,
          "normal primary: is primary and tells of no data sync; none was ever seen");
      only(
          assess(silentOnSync, after(roles(PRIMARY, BACKUP, -60))),
          Kind.SYNC_NOT_TOLD,
          "normal primary: is primary and tells of no data sync, though one is remembered");
      assertThat(why(assess(silentOnSync))).isEqualTo("the primary tells of no data sync");
    }

    @Test
    void without_a_time_has_no_age() {
      only(
          assess(beside(primary(new LastDataSync(null, "yesterday", null), NOON))),
          Kind.SYNC_AGE_UNKNOWN,
          "normal primary: tells of a data sync without a time that can be read");
    }

    @Test
    void after_the_clock_has_no_age() {
      only(
          assess(beside(primary(new LastDataSync(at(60), null, null), NOON))),
          Kind.SYNC_AGE_UNKNOWN,
          "normal primary: tells of a data sync at 2026-03-01T12:01:00Z,"
              + " after its own clock 2026-03-01T12:00:00Z");
    }

    @Test
    void without_a_clock_has_no_age() {
      PairAssessment assessment = assess(beside(primary(new LastDataSync(NOON, null, null), null)));

      assertThat(assessment.reasons())
          .extracting(AssessmentReason::sentence)
          .containsExactly(
              "normal primary: tells of a data sync at 2026-03-01T12:00:00Z, but shows no clock",
              "normal primary: does not show its clock");
      assertThat(assessment.gravity()).isEqualTo(Gravity.ATTENTION);
    }
  }

  @Nested
  class Clocks {

    private PairSnapshot ahead(long primary, long backup) {
      Observation.Seen one = seen(ONE, PRIMARY, 0);
      Observation.Seen other = seen(OTHER, BACKUP, 9);
      return look(
          new Observation.Seen(
              health(ONE, PRIMARY, new LastDataSync(at(-99), null, null), true, VERSION),
              one.at(),
              at(primary)),
          new Observation.Seen(other.applianceHealth(), other.at(), at(9 + backup)));
    }

    @Test
    void may_both_be_far_from_ours() {
      assertThat(assess(ahead(7200, 7200)).reasons()).isEmpty();
    }

    @Test
    void may_differ_by_exactly_what_is_tolerated() {
      assertThat(assess(ahead(60, 0)).reasons()).isEmpty();
      assertThat(assess(ahead(0, 60)).reasons()).isEmpty();
    }

    @Test
    void that_differ_by_more_are_skewed_whenever_each_was_read() {
      only(
          assess(ahead(61, 0)),
          Kind.CLOCK_SKEW,
          "both: the clock of the normal primary is 61 s ahead of the other");
      only(
          assess(ahead(0, 61)),
          Kind.CLOCK_SKEW,
          "both: the clock of the normal backup is 61 s ahead of the other");
    }
  }

  @Nested
  class Versions {

    private PairAssessment running(@Nullable String one, @Nullable String other) {
      LastDataSync sync = new LastDataSync(NOON, null, null);
      return assess(
          look(
              new Observation.Seen(health(ONE, PRIMARY, sync, true, parsed(one)), NOON, NOON),
              new Observation.Seen(health(OTHER, BACKUP, null, true, parsed(other)), NOON, NOON)));
    }

    private @Nullable ApplianceVersion parsed(@Nullable String text) {
      return text == null ? null : ApplianceVersion.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
      "19.1.8 (a),19.1.8 (b)",
      "19.1.8 (a),19.2.1 (a)",
      "19.1.8,19.1.9",
      "19.1.8 (a),19.1.8"
    })
    void that_differ_in_product_or_build_cannot_stand_in_for_each_other(String one, String other) {
      assertThat(running(one, other).reasons())
          .filteredOn(reason -> reason.kind() != Kind.VERSION_UNKNOWN)
          .extracting(AssessmentReason::sentence)
          .containsExactly("both: the normal primary runs " + one + ", the normal backup " + other);
    }

    @ParameterizedTest
    @CsvSource({"19.1.8 (a),19.1.8 (a)", "19.1.8 (a),19.1.8(a)"})
    void that_are_the_same_are_fine(String one, String other) {
      assertThat(running(one, other).reasons()).isEmpty();
    }

    @Test
    void that_are_not_told_are_not_the_same() {
      only(
          running(null, "19.1.8 (a)"),
          Kind.VERSION_UNKNOWN,
          "normal primary: does not tell its version");
      only(
          running("19.1.8 (a)", null),
          Kind.VERSION_UNKNOWN,
          "normal backup: does not tell its version");
    }
  }

  @Nested
  class The_site {

    private PairSnapshot led(Observation site) {
      return new PairSnapshot(seen(ONE, PRIMARY, 0), seen(OTHER, BACKUP, 0), site(site));
    }

    @Test
    void that_leads_to_the_backup_leads_elsewhere() {
      only(
          assess(led(seen(OTHER, BACKUP, 0))),
          Kind.SITE_ELSEWHERE,
          "site: leads to " + OTHER + ", not to the primary " + ONE);
    }

    @Test
    void that_leads_to_the_backup_of_a_silent_primary_leads_elsewhere() {
      PairSnapshot snapshot =
          new PairSnapshot(silent(60), seen(OTHER, BACKUP, 60), site(seen(OTHER, BACKUP, 60)));

      assertThat(assess(snapshot, after(roles(PRIMARY, BACKUP, 0))).has(Kind.SITE_ELSEWHERE))
          .isTrue();
      assertThat(assess(snapshot).has(Kind.SITE_ELSEWHERE)).isFalse();
    }

    @Test
    void may_lead_anywhere_as_long_as_it_is_not_known_who_is_primary() {
      PairSnapshot snapshot =
          new PairSnapshot(
              seen(ONE, BACKUP, 0), seen(OTHER, BACKUP, 0), site(seen(ONE, BACKUP, 0)));

      assertThat(assess(snapshot).has(Kind.SITE_ELSEWHERE)).isFalse();
    }

    @Test
    void that_nobody_answers_or_nobody_looked_at_is_not_fine() {
      only(
          assess(led(silent(0))),
          Kind.SITE_UNANSWERED,
          "site: nobody that can be told answers there: silent: connection refused");
      only(
          assess(new PairSnapshot(seen(ONE, PRIMARY, 0), seen(OTHER, BACKUP, 0), null)),
          Kind.SITE_NOT_LOOKED_AT,
          "site: nobody looked there");
    }
  }

  @Test
  void an_appliance_that_is_well_and_tells_of_an_error_is_not_fine() {
    ApplianceHealth health =
        new ApplianceHealth(
            OTHER, null, VERSION, true, List.of("a\nb", "c"), BACKUP, List.of(), null);

    only(
        assess(look(seen(ONE, PRIMARY, 0), new Observation.Seen(health, NOON, NOON))),
        Kind.SAYS_ERRORS,
        "normal backup: is well, but says \"a b\", \"c\"");
  }

  @Test
  void a_look_that_is_not_of_now_says_nothing_of_now() {
    PairSnapshot snapshot = roles(PRIMARY, BACKUP, 0);
    PairHistory none = PairHistory.none();

    assertThat(PairAssessment.of(null, snapshot, none, POLICY, at(120)).gravity())
        .isEqualTo(Gravity.FINE);
    PairAssessment old = PairAssessment.of(null, snapshot, none, POLICY, at(121));
    assertThat(old.gravity()).isEqualTo(Gravity.UNKNOWN);
    assertThat(old.reasons())
        .extracting(AssessmentReason::sentence)
        .containsExactly(
            "normal primary: looked at on 2026-03-01T12:00:00Z, which is not now,"
                + " 2026-03-01T12:02:01Z",
            "normal backup: looked at on 2026-03-01T12:00:00Z, which is not now,"
                + " 2026-03-01T12:02:01Z",
            "site: looked at on 2026-03-01T12:00:00Z, which is not now, 2026-03-01T12:02:01Z");
    assertThat(PairAssessment.of(null, snapshot, none, POLICY, at(-121)).has(Kind.LOOK_NOT_OF_NOW))
        .isTrue();
  }

  @Test
  void a_summary_gives_the_state_the_exposure_and_each_reason() {
    PairAssessment assessment = assess(roles(BACKUP, PRIMARY, 0));

    assertThat(assessment.summary().lines())
        .containsExactly(
            "state           SWAPPED (ATTENTION)",
            "exposure        last data sync 5 min ago",
            "  both: the roles are swapped since 2026-03-01T12:00:00Z at the latest: the normal"
                + " backup is primary");
  }

  @Test
  void a_state_without_a_reason_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PairAssessment(
                    PairState.VIEW_CUT, List.of(), new Exposure.NotJudged("none"), NOON))
        .withMessage("state is VIEW_CUT without a reason for it");
  }
}
