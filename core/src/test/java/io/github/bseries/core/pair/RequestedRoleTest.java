// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.Night.at;
import static io.github.bseries.core.pair.Night.look;
import static io.github.bseries.core.pair.Night.roles;
import static io.github.bseries.core.pair.Night.seen;
import static io.github.bseries.core.pair.Night.silent;
import static io.github.bseries.core.pair.Night.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Role changes that were asked for, and the last data sync: what a history keeps beside sides. */
class RequestedRoleTest {

  private static final RequestedRole REQUEST = new RequestedRole(ONE, BACKUP, false, NOON);
  private static final PairHistory ASKED = PairHistory.none().withRequest(REQUEST);

  @Nested
  class A_request {

    @Test
    void is_pending_until_the_appliance_is_seen_in_that_role() {
      assertThat(ASKED.after(roles(PRIMARY, BACKUP, 30)).requested()).containsExactly(REQUEST);
      assertThat(ASKED.after(roles(BACKUP, BACKUP, 30)).requested()).isEmpty();
      assertThat(ASKED.after(look(silent(1), seen(ONE, BACKUP, 1))).requested()).isEmpty();
    }

    @Test
    void is_seen_under_the_name_of_the_site_too() {
      PairSnapshot snapshot = new PairSnapshot(silent(1), silent(1), site(seen(ONE, BACKUP, 1)));

      assertThat(ASKED.after(snapshot).requested()).isEmpty();
    }

    @Test
    void is_not_seen_by_a_look_that_ended_before_it_or_with_it() {
      assertThat(ASKED.after(roles(BACKUP, BACKUP, 0)).requested()).containsExactly(REQUEST);
      assertThat(ASKED.after(roles(BACKUP, BACKUP, -1)).requested()).containsExactly(REQUEST);
    }

    @Test
    void is_not_lost_by_silence() {
      assertThat(ASKED.after(look(silent(1), silent(1))).requested()).containsExactly(REQUEST);
    }

    @Test
    void is_dismissed_by_name_and_others_stay() {
      RequestedRole other = new RequestedRole(OTHER, PRIMARY, false, NOON);

      assertThat(ASKED.withRequest(other).dismissing(REQUEST).requested()).containsExactly(other);
      assertThat(ASKED.dismissing(other)).isEqualTo(ASKED);
    }

    @Test
    void is_remembered_once() {
      assertThat(ASKED.withRequest(REQUEST)).isEqualTo(ASKED);
    }

    @Test
    void is_refused_rather_than_that_an_unseen_one_is_forgotten() {
      PairHistory full = PairHistory.none();
      for (int i = 0; i < PairHistory.MOST_REQUESTED; i++) {
        full = full.withRequest(new RequestedRole(ONE, BACKUP, false, at(i)));
      }
      PairHistory asked = full;

      assertThat(asked.requested()).hasSize(16);
      assertThat(asked.withRequest(REQUEST)).isEqualTo(asked);
      assertThatIllegalStateException()
          .isThrownBy(() -> asked.withRequest(new RequestedRole(OTHER, BACKUP, false, NOON)))
          .withMessage("16 role changes were asked for and not seen; dismiss some of them first");
    }

    @Test
    void cannot_ask_for_no_role() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RequestedRole(ONE, NONE, false, NOON))
          .withMessage("role is none, must be primary or backup");
    }

    @Test
    void is_told_in_words() {
      assertThat(REQUEST).hasToString(ONE + " was asked at 2026-03-01T12:00:00Z to become backup");
    }
  }

  @Test
  void a_history_with_too_much_in_it_or_without_what_it_says_is_refused() {
    SideHistory none = SideHistory.none();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PairHistory(none, none, null, null, null, Collections.nCopies(17, REQUEST)))
        .withMessage("requested has 17 entries, must be at most 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairHistory(none, none, null, null, seen(ONE, BACKUP, 0), List.of()))
        .withMessage("dataSync is a look that tells of no data sync");
  }

  @Nested
  class The_last_data_sync {

    private Observation.Seen telling(
        ApplianceId id, FailoverRole role, Instant synced, long seconds) {
      LastDataSync sync = new LastDataSync(synced, null, "success");
      return new Observation.Seen(
          Night.health(id, role, sync, true, null), at(seconds), at(seconds));
    }

    private Observation.Seen after(Observation... looks) {
      PairHistory history = PairHistory.none();
      for (Observation look : looks) {
        history = history.after(look(look, silent(0)));
      }
      return history.dataSync();
    }

    @Test
    void is_remembered_when_nobody_tells_of_it_any_more() {
      Observation.Seen told = telling(ONE, PRIMARY, at(-9), 0);

      assertThat(after(told, seen(ONE, BACKUP, 60), silent(90))).isEqualTo(told);
    }

    @Test
    void is_that_of_the_later_look_at_a_primary() {
      Observation.Seen first = telling(ONE, PRIMARY, at(-9), 0);
      Observation.Seen next = telling(ONE, PRIMARY, at(-99), 60);

      assertThat(after(first, next)).isEqualTo(next);
      assertThat(after(next, first)).isEqualTo(next);
    }

    @Test
    void keeps_its_time_when_a_later_look_tells_none() {
      Observation.Seen told = telling(ONE, PRIMARY, at(-9), 0);
      Observation.Seen timeless = telling(ONE, PRIMARY, null, 60);

      assertThat(after(told, timeless)).isEqualTo(told);
      assertThat(after(timeless, telling(ONE, PRIMARY, null, 90)).at()).isEqualTo(at(90));
    }

    @Test
    void is_believed_of_a_backup_only_if_it_is_later_than_what_is_known() {
      Observation.Seen told = telling(ONE, PRIMARY, at(-9), 0);

      assertThat(after(told, telling(ONE, BACKUP, at(-9), 60))).isEqualTo(told);
      assertThat(after(told, telling(ONE, BACKUP, at(9), 60)).at()).isEqualTo(at(60));
      assertThat(after(telling(ONE, BACKUP, at(-9), 0)).at()).isEqualTo(at(0));
    }

    @Test
    void is_that_of_the_primary_when_both_sides_tell_of_one() {
      Observation.Seen primary = telling(ONE, PRIMARY, at(-99), 0);
      Observation.Seen backup = telling(OTHER, BACKUP, at(-9), 0);

      assertThat(Night.after(look(primary, backup)).dataSync()).isEqualTo(primary);
      assertThat(Night.after(look(backup, primary)).dataSync()).isEqualTo(primary);
    }

    @Test
    void is_the_later_one_when_two_primaries_tell_of_one() {
      Observation.Seen one = telling(ONE, PRIMARY, at(-99), 5);
      Observation.Seen other = telling(OTHER, PRIMARY, at(-9), 0);

      assertThat(Night.after(look(one, other)).dataSync()).isEqualTo(other);
      assertThat(Night.after(look(other, one)).dataSync()).isEqualTo(other);
    }
  }
}
