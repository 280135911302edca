// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.MadeUp.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PairHistoryTest {

  private static final PairHistory NONE_YET = PairHistory.none();

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static Observation.Seen seen(ApplianceId id, FailoverRole role, long seconds) {
    return new Observation.Seen(health(id, role), at(seconds), null);
  }

  private static Observation silent(long seconds) {
    return new Observation.Silent(at(seconds), "connection refused");
  }

  private static Observation unreadable(long seconds) {
    return new Observation.Unreadable(at(seconds), "a page of HTML");
  }

  private static PairSnapshot look(Observation primary, Observation backup) {
    return new PairSnapshot(primary, backup, null);
  }

  private static PairSnapshot roles(FailoverRole one, FailoverRole other, long seconds) {
    return look(seen(ONE, one, seconds), seen(OTHER, other, seconds));
  }

  private static PairHistory after(PairSnapshot... snapshots) {
    PairHistory history = NONE_YET;
    for (PairSnapshot snapshot : snapshots) {
      history = history.after(snapshot);
    }
    return history;
  }

  @Nested
  class A_side {

    private SideHistory after(Observation... looks) {
      PairHistory history = NONE_YET;
      for (Observation look : looks) {
        history = history.after(look(look, silent(0)));
      }
      return history.primary();
    }

    @Test
    void that_was_seen_is_remembered_with_its_health_and_its_clock() {
      Observation.Seen seen = new Observation.Seen(health(ONE, PRIMARY), at(1), at(7));

      assertThat(after(seen)).isEqualTo(new SideHistory(at(1), seen, at(1), null, null));
    }

    @Test
    void that_ails_was_last_well_before() {
      ApplianceHealth ailing =
          new ApplianceHealth(ONE, null, null, false, List.of(), PRIMARY, List.of(), null);
      Observation.Seen seen = new Observation.Seen(ailing, at(60), null);

      assertThat(after(seen(ONE, PRIMARY, 1), seen))
          .isEqualTo(new SideHistory(at(60), seen, at(1), null, null));
    }

    @Test
    void that_stays_silent_has_been_so_since_the_first_time() {
      assertThat(after(seen(ONE, PRIMARY, 1), silent(60), silent(120)))
          .isEqualTo(new SideHistory(at(120), seen(ONE, PRIMARY, 1), at(1), at(60), at(60)));
    }

    @Test
    void that_answers_without_health_breaks_its_silence_but_stays_unseen() {
      assertThat(after(silent(60), unreadable(120)))
          .isEqualTo(new SideHistory(at(120), null, null, at(60), null));
      assertThat(after(silent(60), unreadable(120), silent(180)))
          .isEqualTo(new SideHistory(at(180), null, null, at(60), at(180)));
    }

    @Test
    void that_is_seen_again_has_no_open_span() {
      assertThat(after(silent(60), seen(ONE, PRIMARY, 120)))
          .isEqualTo(new SideHistory(at(120), seen(ONE, PRIMARY, 120), at(120), null, null));
    }

    @Test
    void is_not_changed_by_a_late_or_repeated_look() {
      SideHistory before = after(seen(ONE, PRIMARY, 400), silent(500));

      assertThat(after(seen(ONE, PRIMARY, 400), silent(500), seen(ONE, BACKUP, 500)))
          .isEqualTo(before);
      assertThat(after(seen(ONE, PRIMARY, 400), silent(500), seen(ONE, BACKUP, 200)))
          .isEqualTo(before);
    }

    @Test
    void is_remembered_on_when_our_clock_was_set_back_by_more_than_five_minutes() {
      assertThat(after(seen(ONE, PRIMARY, 400), silent(500), silent(199)))
          .isEqualTo(new SideHistory(at(199), seen(ONE, PRIMARY, 400), at(400), at(199), at(199)));
    }

    @Test
    void keeps_a_span_that_began_before_the_moment_to_which_our_clock_was_set() {
      assertThat(after(silent(100), silent(500), silent(150)))
          .isEqualTo(new SideHistory(at(150), null, null, at(100), at(100)));
    }

    @Test
    void cannot_be_known_without_a_look() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideHistory(null, seen(ONE, PRIMARY, 0), null, null, null))
          .withMessage("lookedAt is null, but something was seen or missed");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideHistory(null, null, NOON, null, null));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideHistory(null, null, null, NOON, null));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SideHistory(NOON, null, null, null, NOON))
          .withMessage("silentSince is set, but unseenSince is null");
    }
  }

  @Nested
  class The_roles {

    @Test
    void are_remembered_for_as_long_as_they_are_seen() {
      PairHistory history = after(roles(PRIMARY, BACKUP, 0), roles(PRIMARY, BACKUP, 60));

      assertThat(history.roles()).isEqualTo(new SeenRoles(PRIMARY, BACKUP, at(0), at(60)));
      assertThat(history.formerRoles()).isNull();
    }

    @Test
    void that_changed_are_remembered_with_those_before() {
      PairHistory history =
          after(roles(PRIMARY, BACKUP, 0), roles(PRIMARY, BACKUP, 60), roles(BACKUP, BACKUP, 90));

      assertThat(history.roles()).isEqualTo(new SeenRoles(BACKUP, BACKUP, at(90), at(90)));
      assertThat(history.formerRoles()).isEqualTo(new SeenRoles(PRIMARY, BACKUP, at(0), at(60)));
    }

    @Test
    void are_as_young_as_the_later_look() {
      PairSnapshot slow = look(seen(ONE, PRIMARY, 3), seen(OTHER, BACKUP, 1));

      assertThat(after(slow).roles()).isEqualTo(new SeenRoles(PRIMARY, BACKUP, at(3), at(3)));
    }

    @Test
    void last_through_a_look_that_missed_one_side() {
      PairHistory history =
          after(
              roles(BACKUP, BACKUP, 0),
              look(silent(30), seen(OTHER, BACKUP, 30)),
              look(seen(ONE, BACKUP, 60), unreadable(60)),
              roles(BACKUP, BACKUP, 90));

      assertThat(history.roles()).isEqualTo(new SeenRoles(BACKUP, BACKUP, at(0), at(90)));
    }

    @Test
    void do_not_last_when_one_side_shows_another_role() {
      SeenRoles former = new SeenRoles(BACKUP, BACKUP, at(0), at(0));
      PairHistory one = after(roles(BACKUP, BACKUP, 0), look(seen(ONE, PRIMARY, 30), silent(30)));
      PairHistory other = after(roles(BACKUP, BACKUP, 0), look(silent(30), seen(OTHER, NONE, 30)));

      assertThat(one.roles()).isNull();
      assertThat(one.formerRoles()).isEqualTo(former);
      assertThat(other.roles()).isNull();
      assertThat(one.after(roles(BACKUP, BACKUP, 60)).roles())
          .isEqualTo(new SeenRoles(BACKUP, BACKUP, at(60), at(60)));
      assertThat(one.after(roles(BACKUP, BACKUP, 60)).formerRoles()).isEqualTo(former);
    }

    @Test
    void are_not_changed_by_a_late_look_at_either_side() {
      PairHistory history = after(roles(PRIMARY, BACKUP, 60));

      assertThat(history.after(roles(BACKUP, PRIMARY, 30))).isEqualTo(history);
      assertThat(history.after(look(seen(ONE, BACKUP, 30), silent(90))).roles())
          .isEqualTo(history.roles());
      assertThat(history.after(look(seen(ONE, BACKUP, 60), seen(OTHER, BACKUP, 90))).roles())
          .isEqualTo(history.roles());
    }

    @Test
    void begin_anew_when_our_clock_was_set_back_behind_their_beginning() {
      PairHistory history = after(roles(BACKUP, BACKUP, 1000), roles(BACKUP, BACKUP, 0));

      assertThat(history.roles()).isEqualTo(new SeenRoles(BACKUP, BACKUP, at(0), at(0)));
    }

    @Test
    void have_one_primary_only_if_the_other_is_backup() {
      assertThat(new SeenRoles(PRIMARY, BACKUP, NOON, NOON).isOnePrimary()).isTrue();
      assertThat(new SeenRoles(BACKUP, PRIMARY, NOON, NOON).isOnePrimary()).isTrue();
      assertThat(new SeenRoles(PRIMARY, PRIMARY, NOON, NOON).isOnePrimary()).isFalse();
      assertThat(new SeenRoles(PRIMARY, NONE, NOON, NOON).isOnePrimary()).isFalse();
      assertThat(new SeenRoles(NONE, BACKUP, NOON, NOON).isOnePrimary()).isFalse();
    }

    @Test
    void cannot_end_before_they_began() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SeenRoles(PRIMARY, BACKUP, at(1), at(0)))
          .withMessage("seenAt is " + at(0) + ", before since " + at(1));
    }
  }

  @Nested
  class One_appliance_at_both_addresses {

    private final PairSnapshot twice = look(seen(ONE, PRIMARY, 60), seen(ONE, PRIMARY, 60));

    @Test
    void is_remembered_where_it_was_before_and_not_in_place_of_the_other() {
      PairHistory before = after(roles(PRIMARY, BACKUP, 0));
      PairHistory history = before.after(twice);

      assertThat(history.primary().lookedAt()).isEqualTo(at(60));
      assertThat(history.backup()).isEqualTo(before.backup());
      assertThat(history.roles()).isEqualTo(before.roles());
    }

    @Test
    void is_remembered_nowhere_if_neither_was_seen_before() {
      assertThat(after(twice)).isEqualTo(NONE_YET);
    }
  }

  @Test
  void memory_of_a_pair_can_be_made_from_its_components() {
    PairHistory history = after(roles(PRIMARY, BACKUP, 0), roles(BACKUP, BACKUP, 90));

    assertThat(
            new PairHistory(
                history.primary(),
                history.backup(),
                history.roles(),
                history.formerRoles(),
                history.dataSync(),
                history.requested()))
        .isEqualTo(history);
  }

  @Test
  void late_means_up_to_five_minutes() {
    assertThat(LookOrder.LATEST).isEqualTo(Duration.ofMinutes(5));
  }
}
