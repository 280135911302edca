// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.Night.after;
import static io.github.bseries.core.pair.Night.ailing;
import static io.github.bseries.core.pair.Night.assess;
import static io.github.bseries.core.pair.Night.at;
import static io.github.bseries.core.pair.Night.look;
import static io.github.bseries.core.pair.Night.roles;
import static io.github.bseries.core.pair.Night.seen;
import static io.github.bseries.core.pair.Night.silent;
import static io.github.bseries.core.pair.Night.site;
import static io.github.bseries.core.pair.Night.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bseries.core.pair.AssessmentReason.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of states, row by row, and what lies beside it. */
class PairAssessmentTest {

  private static final ApplianceId THIRD = new ApplianceId("3".repeat(32));

  private static String sentence(PairAssessment assessment, Kind kind) {
    return assessment.reasons().stream()
        .filter(reason -> reason.kind() == kind)
        .map(AssessmentReason::sentence)
        .findFirst()
        .orElse("no " + kind);
  }

  private static void expect(
      PairAssessment assessment, PairState state, Gravity gravity, Kind... reasons) {
    assertThat(assessment.state()).isEqualTo(state);
    assertThat(assessment.gravity()).isEqualTo(gravity);
    assertThat(assessment.reasons()).extracting(AssessmentReason::kind).containsExactly(reasons);
  }

  @Nested
  class Both_seen {

    @Test
    void as_they_are_meant_to_be_are_fine() {
      expect(assess(roles(PRIMARY, BACKUP, 0)), PairState.NORMAL, Gravity.FINE);
    }

    @Test
    void with_exchanged_roles_are_swapped() {
      PairAssessment assessment = assess(roles(BACKUP, PRIMARY, 0));

      expect(assessment, PairState.SWAPPED, Gravity.ATTENTION, Kind.SWAPPED);
      assertThat(sentence(assessment, Kind.SWAPPED))
          .isEqualTo(
              "both: the roles are swapped since 2026-03-01T12:00:00Z at the latest:"
                  + " the normal backup is primary");
    }

    @Test
    void with_an_ailing_primary_say_what_is_wrong() {
      PairAssessment assessment =
          assess(look(ailing(ONE, PRIMARY, "The disk is full", "b"), seen(OTHER, BACKUP, 0)));

      expect(assessment, PairState.PRIMARY_AILS, Gravity.CRITICAL, Kind.PRIMARY_AILS);
      assertThat(sentence(assessment, Kind.PRIMARY_AILS))
          .isEqualTo("normal primary: ails: \"The disk is full\", \"b\"");
    }

    @Test
    void with_an_ailing_primary_in_exchanged_roles_name_the_side() {
      PairAssessment assessment = assess(look(seen(ONE, BACKUP, 0), ailing(OTHER, PRIMARY)));

      expect(assessment, PairState.PRIMARY_AILS, Gravity.CRITICAL, Kind.PRIMARY_AILS, Kind.SWAPPED);
      assertThat(sentence(assessment, Kind.PRIMARY_AILS))
          .isEqualTo("normal backup: ails: it does not say why");
    }

    @Test
    void with_an_ailing_backup_work_but_may_not_fail_over() {
      expect(
          assess(look(seen(ONE, PRIMARY, 0), ailing(OTHER, BACKUP))),
          PairState.BACKUP_AILS,
          Gravity.CRITICAL,
          Kind.BACKUP_AILS);
    }

    @Test
    void of_which_one_has_no_relation_cannot_change_roles() {
      PairAssessment one = assess(look(seen(ONE, NONE, 0), seen(OTHER, BACKUP, 0)));
      PairAssessment both = assess(look(ailing(ONE, NONE), seen(OTHER, NONE, 0)));

      expect(
          one,
          PairState.RELATION_BROKEN,
          Gravity.CRITICAL,
          Kind.RELATION_BROKEN,
          Kind.SITE_UNANSWERED);
      expect(
          both,
          PairState.RELATION_BROKEN,
          Gravity.CRITICAL,
          Kind.RELATION_BROKEN,
          Kind.RELATION_BROKEN,
          Kind.UNPAIRED_AILS,
          Kind.SITE_UNANSWERED);
      assertThat(sentence(one, Kind.RELATION_BROKEN))
          .isEqualTo("normal primary: stands in no failover relationship (role none)");
    }
  }

  @Nested
  class One_unseen {

    @Test
    void and_silent_while_the_other_is_backup_is_a_primary_that_is_down_or_our_view_is_cut() {
      PairSnapshot snapshot = look(silent(60), seen(OTHER, BACKUP, 60));
      PairHistory history =
          after(roles(PRIMARY, BACKUP, 0), look(silent(30), seen(OTHER, BACKUP, 30)));
      PairAssessment assessment = assess(snapshot, history);

      expect(
          assessment,
          PairState.PRIMARY_SILENT,
          Gravity.UNKNOWN,
          Kind.PRIMARY_SILENT,
          Kind.SITE_UNANSWERED);
      assertThat(sentence(assessment, Kind.PRIMARY_SILENT))
          .isEqualTo(
              "normal primary: silent since 2026-03-01T12:00:30Z: connection refused, last seen as"
                  + " primary at 2026-03-01T12:00:00Z; the other side is backup, so the primary is"
                  + " down, or our view is cut");
      assertThat(sentence(assessment, Kind.SITE_UNANSWERED))
          .isEqualTo("site: nobody that can be told answers there: silent: no route to host");
    }

    @Test
    void may_be_the_normal_backup_when_the_roles_are_swapped() {
      PairAssessment assessment = assess(look(seen(ONE, BACKUP, 0), silent(0)));

      assertThat(assessment.state()).isEqualTo(PairState.PRIMARY_SILENT);
      assertThat(sentence(assessment, Kind.PRIMARY_SILENT))
          .startsWith(
              "normal backup: silent since 2026-03-01T12:00:00Z: connection refused,"
                  + " never seen before;");
    }

    @Test
    void and_unreadable_says_nothing_of_the_primary() {
      PairAssessment assessment =
          assess(
              look(unreadable(60), seen(OTHER, BACKUP, 60)),
              after(look(silent(0), silent(0)), look(unreadable(30), silent(30))));

      expect(
          assessment,
          PairState.CANNOT_LOOK,
          Gravity.UNKNOWN,
          Kind.CANNOT_LOOK,
          Kind.SITE_UNANSWERED);
      assertThat(sentence(assessment, Kind.CANNOT_LOOK))
          .isEqualTo(
              "normal primary: unreadable since 2026-03-01T12:00:00Z: a page of HTML,"
                  + " never seen before; that says nothing of the appliance");
    }

    @Test
    void while_the_other_is_primary_leaves_nobody_to_stand_by() {
      PairAssessment silent = assess(look(seen(ONE, PRIMARY, 0), silent(0)));
      PairAssessment unreadable = assess(look(unreadable(0), seen(OTHER, PRIMARY, 0)));

      expect(silent, PairState.NO_STANDBY, Gravity.UNKNOWN, Kind.NO_STANDBY);
      expect(unreadable, PairState.NO_STANDBY, Gravity.UNKNOWN, Kind.NO_STANDBY);
      assertThat(sentence(silent, Kind.NO_STANDBY))
          .isEqualTo(
              "normal backup: silent since 2026-03-01T12:00:00Z: connection refused,"
                  + " never seen before; nobody is known to stand by");
    }

    @Test
    void beside_an_appliance_without_relation_is_just_silent() {
      PairAssessment assessment = assess(look(seen(ONE, NONE, 0), silent(0)));

      expect(
          assessment,
          PairState.RELATION_BROKEN,
          Gravity.CRITICAL,
          Kind.RELATION_BROKEN,
          Kind.SILENT,
          Kind.SITE_UNANSWERED);
      assertThat(sentence(assessment, Kind.SILENT)).endsWith("; it is down, or our view is cut");
    }
  }

  @Nested
  class None_seen {

    @Test
    void and_both_silent_is_probably_us() {
      PairAssessment assessment =
          assess(look(silent(60), silent(60)), after(roles(BACKUP, PRIMARY, 0)));

      expect(
          assessment,
          PairState.VIEW_CUT,
          Gravity.UNKNOWN,
          Kind.VIEW_CUT,
          Kind.VIEW_CUT,
          Kind.SITE_UNANSWERED);
      assertThat(assessment.reasons())
          .extracting(AssessmentReason::sentence)
          .contains(
              "normal backup: silent since 2026-03-01T12:01:00Z: connection refused, last seen as"
                  + " primary at 2026-03-01T12:00:00Z; so is the other: our view may be cut");
    }

    @Test
    void with_one_unreadable_means_that_we_cannot_look() {
      PairAssessment assessment = assess(look(silent(0), unreadable(0)));

      expect(
          assessment,
          PairState.CANNOT_LOOK,
          Gravity.UNKNOWN,
          Kind.CANNOT_LOOK,
          Kind.SILENT,
          Kind.SITE_UNANSWERED);
      assertThat(assess(look(unreadable(0), unreadable(0))).state())
          .isEqualTo(PairState.CANNOT_LOOK);
    }
  }

  @Nested
  class Alive_at_the_site {

    private final PairHistory normal = after(roles(PRIMARY, BACKUP, 0));

    private PairState state(
        Observation primary, Observation backup, Observation site, PairHistory history) {
      return assess(new PairSnapshot(primary, backup, site(site)), history).state();
    }

    @Test
    void is_a_primary_whose_id_answers_there() {
      PairAssessment assessment =
          assess(
              new PairSnapshot(silent(60), seen(OTHER, BACKUP, 60), site(seen(ONE, PRIMARY, 60))),
              normal);

      expect(
          assessment, PairState.PRIMARY_ALIVE_AT_SITE, Gravity.UNKNOWN, Kind.PRIMARY_ALIVE_AT_SITE);
      assertThat(sentence(assessment, Kind.PRIMARY_ALIVE_AT_SITE))
          .endsWith("; but it is alive under the site's name");
    }

    @Test
    void is_a_primary_that_is_just_becoming_backup_there() {
      assertThat(state(silent(60), seen(OTHER, BACKUP, 60), seen(ONE, BACKUP, 60), normal))
          .isEqualTo(PairState.PRIMARY_ALIVE_AT_SITE);
    }

    @Test
    void is_a_primary_of_which_no_id_is_known_if_it_says_so_and_is_not_the_other() {
      PairHistory none = PairHistory.none();
      Observation backup = seen(OTHER, BACKUP, 60);

      assertThat(state(silent(60), backup, seen(ONE, PRIMARY, 60), none))
          .isEqualTo(PairState.PRIMARY_ALIVE_AT_SITE);
      assertThat(state(silent(60), backup, seen(ONE, BACKUP, 60), none))
          .isEqualTo(PairState.PRIMARY_SILENT);
      assertThat(state(silent(60), backup, seen(OTHER, PRIMARY, 60), none))
          .isEqualTo(PairState.PRIMARY_SILENT);
      assertThat(state(silent(60), silent(60), seen(ONE, PRIMARY, 60), none))
          .isEqualTo(PairState.VIEW_CUT);
    }

    @Test
    void is_not_a_primary_when_the_other_or_a_stranger_answers_there() {
      Observation backup = seen(OTHER, BACKUP, 60);

      assertThat(state(silent(60), backup, backup, normal)).isEqualTo(PairState.PRIMARY_SILENT);
      assertThat(state(silent(60), backup, seen(THIRD, PRIMARY, 60), normal))
          .isEqualTo(PairState.PRIMARY_SILENT);
    }

    @Test
    void is_a_primary_when_both_are_silent_at_their_own_addresses() {
      PairAssessment assessment =
          assess(new PairSnapshot(silent(60), silent(60), site(seen(OTHER, PRIMARY, 60))), normal);

      expect(
          assessment,
          PairState.PRIMARY_ALIVE_AT_SITE,
          Gravity.UNKNOWN,
          Kind.PRIMARY_ALIVE_AT_SITE,
          Kind.VIEW_CUT);
      assertThat(assessment.reasons().get(0).view()).isEqualTo(Viewpoint.NORMAL_BACKUP);
      assertThat(state(silent(60), silent(60), seen(OTHER, BACKUP, 60), normal))
          .isEqualTo(PairState.VIEW_CUT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_kind_that_makes_a_state_is_called_like_it_and_weighs_as_much(PairState state) {
    if (state == PairState.NORMAL) {
      assertThat(state.gravity()).isEqualTo(Gravity.FINE);
    } else {
      Kind kind = Kind.valueOf(state.name());

      assertThat(kind.state()).contains(state);
      assertThat(kind.gravity()).isEqualTo(state.gravity());
    }
  }

  @Test
  void each_reason_carries_the_moment_of_its_look() {
    PairAssessment assessment = assess(look(silent(7), seen(OTHER, BACKUP, 9)));

    assertThat(assessment.reasons())
        .extracting(AssessmentReason::view, AssessmentReason::at)
        .contains(tuple(Viewpoint.NORMAL_PRIMARY, at(7)));
    assertThat(assessment.moment()).isEqualTo(at(9));
    assertThat(assessment.has(Kind.PRIMARY_SILENT)).isTrue();
    assertThat(assessment.has(Kind.VIEW_CUT)).isFalse();
  }

  @Test
  void one_look_tells_something_by_itself() {
    assertThat(AssessmentReason.of(Viewpoint.NORMAL_PRIMARY, seen(ONE, PRIMARY, 0))).isEmpty();
    assertThat(AssessmentReason.of(Viewpoint.SITE, silent(0)))
        .containsExactly(
            new AssessmentReason(
                Kind.SILENT,
                Viewpoint.SITE,
                at(0),
                "site: silent: connection refused; it is down, or our view is cut"));
    assertThat(AssessmentReason.of(Viewpoint.SITE, Night.unreadable(0)))
        .containsExactly(
            new AssessmentReason(
                Kind.CANNOT_LOOK,
                Viewpoint.SITE,
                at(0),
                "site: unreadable: a page of HTML; that says nothing of the appliance"));
  }
}
