// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.Night.POLICY;
import static io.github.bseries.core.pair.Night.after;
import static io.github.bseries.core.pair.Night.assess;
import static io.github.bseries.core.pair.Night.at;
import static io.github.bseries.core.pair.Night.look;
import static io.github.bseries.core.pair.Night.roles;
import static io.github.bseries.core.pair.Night.seen;
import static io.github.bseries.core.pair.Night.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.AssessmentReason.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two equal roles in time, swaps that were asked for, and appliances that are not of the pair. */
class RolesAssessmentTest {

  private static final long WINDOW = POLICY.confirmWindow().toSeconds();

  private static AssessmentReason first(PairAssessment assessment) {
    return assessment.reasons().get(0);
  }

  @Nested
  class Two_backups {

    private final PairHistory swapping =
        after(roles(PRIMARY, BACKUP, 0), roles(BACKUP, BACKUP, 30));

    @Test
    void that_were_seen_to_begin_are_the_moment_of_a_swap() {
      PairAssessment assessment =
          assess(roles(BACKUP, BACKUP, 30), after(roles(PRIMARY, BACKUP, 0)));

      assertThat(assessment.state()).isEqualTo(PairState.SWAP_MOMENT);
      assertThat(assessment.gravity()).isEqualTo(Gravity.ATTENTION);
      assertThat(first(assessment).sentence())
          .isEqualTo("both: both are backup since 2026-03-01T12:00:30Z: the moment of a swap");
      assertThat(first(assessment).at()).isEqualTo(at(30));
    }

    @Test
    void make_the_same_state_whether_the_snapshot_was_taken_in_already_or_not() {
      PairSnapshot snapshot = roles(BACKUP, BACKUP, 30);

      assertThat(assess(snapshot, swapping))
          .isEqualTo(assess(snapshot, after(roles(PRIMARY, BACKUP, 0))));
    }

    @Test
    void without_a_past_are_unsettled() {
      PairAssessment assessment = assess(roles(BACKUP, BACKUP, 0));

      assertThat(assessment.state()).isEqualTo(PairState.BACKUPS_UNSETTLED);
      assertThat(assessment.gravity()).isEqualTo(Gravity.UNKNOWN);
      assertThat(first(assessment).sentence())
          .isEqualTo(
              "both: both are backup since 2026-03-01T12:00:00Z or before:"
                  + " the moment of a swap, or a conflict if it lasts");
    }

    @Test
    void whose_beginning_nobody_watched_are_unsettled() {
      PairHistory longAgo = after(roles(PRIMARY, BACKUP, 0));

      assertThat(assess(roles(BACKUP, BACKUP, WINDOW - 1), longAgo).state())
          .isEqualTo(PairState.SWAP_MOMENT);
      assertThat(assess(roles(BACKUP, BACKUP, WINDOW), longAgo).state())
          .isEqualTo(PairState.BACKUPS_UNSETTLED);
    }

    @Test
    void are_a_conflict_exactly_when_the_window_is_over() {
      assertThat(assess(roles(BACKUP, BACKUP, 30 + WINDOW - 1), swapping).state())
          .isEqualTo(PairState.SWAP_MOMENT);

      PairAssessment assessment = assess(roles(BACKUP, BACKUP, 30 + WINDOW), swapping);

      assertThat(assessment.state()).isEqualTo(PairState.CONFLICT_BOTH_BACKUP);
      assertThat(assessment.gravity()).isEqualTo(Gravity.CRITICAL);
      assertThat(first(assessment).sentence())
          .isEqualTo(
              "both: both are backup since 2026-03-01T12:00:30Z, longer than a swap can explain");
    }

    @Test
    void are_a_conflict_by_looks_and_not_by_waiting() {
      PairAssessment assessment =
          PairAssessment.of(null, roles(BACKUP, BACKUP, 30), swapping, POLICY, at(30 + WINDOW));

      assertThat(assessment.state()).isEqualTo(PairState.SWAP_MOMENT);
    }

    @Test
    void are_the_moment_of_a_swap_that_was_asked_for_if_other_roles_were_seen_before() {
      RequestedRole request = new RequestedRole(OTHER, PRIMARY, false, at(0));
      PairHistory earlier = PairHistory.none().after(roles(PRIMARY, BACKUP, -86_400));

      PairAssessment seen = assess(roles(BACKUP, BACKUP, 5), earlier.withRequest(request));
      PairAssessment unseen =
          assess(roles(BACKUP, BACKUP, 5), PairHistory.none().withRequest(request));

      assertThat(seen.state()).isEqualTo(PairState.SWAP_MOMENT);
      assertThat(seen.has(Kind.SWAP_PENDING)).isTrue();
      assertThat(unseen.state()).as("it may last for long").isEqualTo(PairState.BACKUPS_UNSETTLED);
    }

    @Test
    void are_a_conflict_after_the_window_though_a_swap_was_asked_for() {
      PairHistory asked = swapping.withRequest(new RequestedRole(OTHER, PRIMARY, false, at(0)));

      assertThat(assess(roles(BACKUP, BACKUP, 30 + WINDOW), asked).state())
          .isEqualTo(PairState.CONFLICT_BOTH_BACKUP);
    }
  }

  @Nested
  class Two_primaries {

    @Test
    void are_unsettled_and_critical_from_the_first_look() {
      PairAssessment assessment = assess(roles(PRIMARY, PRIMARY, 0));

      assertThat(assessment.state()).isEqualTo(PairState.PRIMARIES_UNSETTLED);
      assertThat(assessment.gravity()).isEqualTo(Gravity.CRITICAL);
      assertThat(first(assessment).sentence())
          .isEqualTo(
              "both: both say that they are primary since 2026-03-01T12:00:00Z or before:"
                  + " old health of one, or a conflict if it lasts");
    }

    @Test
    void are_a_conflict_exactly_when_the_window_is_over() {
      PairHistory history = after(roles(PRIMARY, PRIMARY, 0));

      assertThat(assess(roles(PRIMARY, PRIMARY, WINDOW - 1), history).state())
          .isEqualTo(PairState.PRIMARIES_UNSETTLED);

      PairAssessment assessment = assess(roles(PRIMARY, PRIMARY, WINDOW), history);

      assertThat(assessment.state()).isEqualTo(PairState.CONFLICT_BOTH_PRIMARY);
      assertThat(first(assessment).sentence())
          .isEqualTo(
              "both: both say that they are primary since 2026-03-01T12:00:00Z,"
                  + " longer than old health can explain");
    }

    @Test
    void that_were_something_else_in_between_begin_anew() {
      PairHistory history = after(roles(PRIMARY, PRIMARY, 0), roles(PRIMARY, BACKUP, 30));

      assertThat(assess(roles(PRIMARY, PRIMARY, WINDOW), history).state())
          .isEqualTo(PairState.PRIMARIES_UNSETTLED);
    }
  }

  @Nested
  class A_swap_that_was_asked_for {

    private final PairHistory asked =
        after(roles(PRIMARY, BACKUP, 0)).withRequest(new RequestedRole(ONE, BACKUP, true, at(1)));

    @Test
    void is_pending_until_it_is_seen() {
      PairAssessment assessment = assess(roles(PRIMARY, BACKUP, 30), asked);

      assertThat(assessment.state()).isEqualTo(PairState.SWAP_PENDING);
      assertThat(assessment.gravity()).isEqualTo(Gravity.ATTENTION);
      assertThat(first(assessment).sentence())
          .isEqualTo(
              ONE
                  + " was asked at 2026-03-01T12:00:01Z to become backup, after a data sync,"
                  + " and was not seen in that role since");
      assertThat(first(assessment).at()).isEqualTo(at(1));
      assertThat(first(assessment).view()).isNull();
    }

    @Test
    void is_over_when_it_is_seen() {
      assertThat(assess(roles(BACKUP, PRIMARY, 30), asked).state()).isEqualTo(PairState.SWAPPED);
    }

    @Test
    void stays_a_reason_when_the_primary_falls_silent() {
      PairAssessment assessment = assess(look(silent(30), seen(OTHER, BACKUP, 30)), asked);

      assertThat(assessment.state()).isEqualTo(PairState.PRIMARY_SILENT);
      assertThat(assessment.has(Kind.SWAP_PENDING)).isTrue();
    }
  }

  @Nested
  class Identity {

    private final AppliancePair pair =
        AppliancePair.builder()
            .siteHostName("support.example.com")
            .normalPrimary(Appliance.at("site1.example.com").withId(ONE))
            .normalBackup(Appliance.at("site2.example.com").withId(OTHER))
            .cutover(new NatSwing(null))
            .build();

    private PairAssessment declared(PairSnapshot snapshot) {
      return PairAssessment.of(pair, snapshot, PairHistory.none(), POLICY, at(0));
    }

    @Test
    void that_was_declared_and_answers_is_fine() {
      assertThat(declared(roles(PRIMARY, BACKUP, 0)).state()).isEqualTo(PairState.NORMAL);
      assertThat(declared(roles(PRIMARY, BACKUP, 0)).gravity()).isEqualTo(Gravity.FINE);
    }

    @Test
    void that_is_another_than_declared_makes_all_else_doubtful() {
      ApplianceId third = new ApplianceId("3".repeat(32));
      PairAssessment assessment = declared(look(seen(third, PRIMARY, 0), seen(OTHER, PRIMARY, 0)));

      assertThat(assessment.state()).isEqualTo(PairState.WRONG_APPLIANCE);
      assertThat(assessment.gravity()).isEqualTo(Gravity.UNKNOWN);
      assertThat(assessment.reasons())
          .extracting(AssessmentReason::kind)
          .containsExactly(Kind.WRONG_APPLIANCE);
      assertThat(first(assessment).sentence())
          .isEqualTo("normal primary: " + third + " answers there, but " + ONE + " is declared");
    }

    @Test
    void that_was_exchanged_is_wrong_on_both_sides() {
      PairAssessment assessment = declared(look(seen(OTHER, BACKUP, 0), seen(ONE, PRIMARY, 0)));

      assertThat(assessment.reasons())
          .extracting(AssessmentReason::view)
          .containsExactly(Viewpoint.NORMAL_PRIMARY, Viewpoint.NORMAL_BACKUP);
      assertThat(assessment.has(Kind.SWAPPED)).isFalse();
    }

    @Test
    void that_is_one_on_both_sides_is_no_pair() {
      PairAssessment assessment = assess(look(seen(ONE, PRIMARY, 0), seen(ONE, PRIMARY, 0)));

      assertThat(assessment.state()).isEqualTo(PairState.ONE_APPLIANCE_TWICE);
      assertThat(assessment.gravity()).isEqualTo(Gravity.UNKNOWN);
      assertThat(first(assessment).sentence())
          .isEqualTo("both: one appliance answers at both addresses; one of them is wrong");
      assertThat(assessment.has(Kind.PRIMARIES_UNSETTLED)).isFalse();
    }

    @Test
    void that_was_declared_is_known_when_the_appliance_is_silent() {
      PairSnapshot snapshot =
          new PairSnapshot(silent(0), seen(OTHER, BACKUP, 0), Night.site(seen(ONE, BACKUP, 0)));

      assertThat(declared(snapshot).state()).isEqualTo(PairState.PRIMARY_ALIVE_AT_SITE);
      assertThat(assess(snapshot).state()).isEqualTo(PairState.PRIMARY_SILENT);
    }
  }
}
