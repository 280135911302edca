// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailoverPageTest {

  private static final Duration SWAP = Duration.ofSeconds(5);
  private static final Duration SYNC = Duration.ofSeconds(30);

  private static List<FailoverRole> roles(SimulatedPair pair) {
    return List.of(pair.a().failoverRole(), pair.b().failoverRole());
  }

  private static SimulatedPair assuming(AssumedBehaviour... behaviours) {
    return SimulatedPair.builder().assume(behaviours).build();
  }

  /** Both are primary, and can talk to each other again. */
  private static SimulatedPair inConflict(SimulatedPair pair) {
    pair.cutLink();
    pair.b().setFailoverRole(PRIMARY, false, false);
    pair.restoreLink();
    return pair;
  }

  @Nested
  class become {

    @Test
    void two_in_touch_swap_whatever_the_api_would_do() {
      SimulatedPair pair = assuming(AssumedBehaviour.PEER_STAYS, AssumedBehaviour.SHARED_IP_STAYS);

      assertThat(pair.b().failoverPage().become(PRIMARY, false, false).isAccepted()).isTrue();
      pair.advance(SWAP);

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
      assertThat(pair.siteHolder()).as("the shared IP follows").contains(pair.b());
    }

    @Test
    void the_api_can_leave_the_old_primary_as_it_is() {
      SimulatedPair pair = assuming(AssumedBehaviour.PEER_STAYS);

      pair.b().setFailoverRole(PRIMARY, false, false);
      assertThat(roles(pair)).containsExactly(PRIMARY, PRIMARY);
      pair.a().setFailoverRole(BACKUP, false, false);
      pair.advance(SWAP);

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void a_role_that_is_held_is_refused_here_and_perhaps_confirmed_by_the_api() {
      SimulatedPair pair = assuming(AssumedBehaviour.HELD_ROLE_CONFIRMED);

      assertThat(pair.a().failoverPage().become(PRIMARY, false, false).isAccepted()).isFalse();
      assertThat(pair.a().setFailoverRole(PRIMARY, false, false))
          .isEqualTo(new CommandAnswer.Accepted("Successfully changed role."));
      assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
    }

    @Test
    void who_becomes_backup_in_a_conflict_of_primaries_loses_its_settings() {
      SimulatedPair pair = inConflict(SimulatedPair.create());
      int lost = pair.a().changeSettings();
      int kept = pair.b().changeSettings();
      int report = pair.a().change("session-reports");

      assertThat(pair.a().failoverPage().become(BACKUP, false, false).isAccepted()).isTrue();

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
      assertThat(pair.isBusy()).as("the settings are on their way").isTrue();
      assertThat(pair.outcome().lostSettings()).isZero();
      pair.advance(SYNC);
      assertThat(pair.isBusy()).isFalse();
      assertThat(pair.a().data().of("login-settings")).contains(kept).doesNotContain(lost);
      assertThat(pair.b().data().of("session-reports")).contains(report);
      assertThat(pair.outcome().lostSettings()).isEqualTo(1);
      assertThat(pair.outcome().lostSessions()).isZero();
    }

    @Test
    void who_stays_backup_in_a_conflict_of_backups_loses_its_settings() {
      SimulatedPair pair = SimulatedPair.create();
      pair.cutLink();
      int lost = pair.a().changeSettings();
      pair.a().failoverPage().become(BACKUP, false, true);
      pair.restoreLink();
      assertThat(roles(pair)).containsExactly(BACKUP, BACKUP);

      assertThat(pair.b().failoverPage().become(PRIMARY, false, false).isAccepted()).isTrue();

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
      assertThat(pair.siteHolder()).contains(pair.b());
      pair.advance(SYNC);
      assertThat(pair.a().data().of("login-settings")).doesNotContain(lost);
      assertThat(pair.outcome().lostSettings()).isEqualTo(1);
    }

    @Test
    void a_conflict_that_ends_through_the_api_costs_the_same() {
      SimulatedPair pair = inConflict(SimulatedPair.create());
      pair.a().changeSettings();

      assertThat(pair.a().setFailoverRole(BACKUP, false, false))
          .isEqualTo(new CommandAnswer.Accepted("Successfully changed role."));
      pair.advance(SYNC);

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
      assertThat(pair.outcome().lostSettings()).isEqualTo(1);
    }

    @Test
    void a_swap_without_a_conflict_has_no_data_sync_follow() {
      SimulatedPair pair = SimulatedPair.create();
      int kept = pair.a().changeSettings();

      pair.a().failoverPage().become(BACKUP, false, false);
      pair.advance(SWAP);

      assertThat(pair.isBusy()).isFalse();
      assertThat(pair.a().data().of("login-settings")).contains(kept);
      assertThat(pair.outcome().lostSettings()).isZero();
    }

    @Test
    void none_cannot_be_pressed() {
      SimulatedPair pair = SimulatedPair.create();

      assertThatThrownBy(() -> pair.a().failoverPage().become(NONE, false, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class establish_relationship {

    private final SimulatedPair pair = SimulatedPair.builder().established(false).build();

    @Test
    void there_are_no_roles_and_no_data_sync_before() {
      assertThat(roles(pair)).containsExactly(NONE, NONE);
      assertThat(pair.a().health().lastDataSync()).isNull();
      assertThat(pair.startDataSync().isAccepted()).isFalse();
      assertThat(pair.siteHolder()).contains(pair.a());
    }

    @Test
    void the_first_data_sync_begins_after_sixty_seconds() {
      pair.b().changeSettings();
      int ofA = pair.a().changeSettings();

      assertThat(pair.a().failoverPage().establishRelationship().isAccepted()).isTrue();
      assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
      pair.advance(Duration.ofSeconds(59));
      assertThat(pair.isBusy()).isFalse();
      assertThat(pair.a().health().lastDataSync()).isNull();
      pair.advance(Duration.ofSeconds(1));
      assertThat(pair.isBusy()).isTrue();
      pair.advance(SYNC);

      assertThat(pair.a().health().lastDataSync().status()).isEqualTo("success");
      assertThat(pair.b().data().of("login-settings")).containsExactly(0, ofA);
    }

    @Test
    void before_the_first_one_there_can_be_a_status_without_a_time() {
      SimulatedPair telling =
          SimulatedPair.builder()
              .established(false)
              .assume(AssumedBehaviour.NO_SYNC_BUT_STATUS)
              .build();
      telling.a().failoverPage().establishRelationship();

      assertThat(telling.a().health().lastDataSync().status()).isEqualTo("never");
      assertThat(telling.a().health().lastDataSync().time()).isNull();
    }

    @Test
    void a_relationship_that_was_broken_and_made_again_waits_anew_for_its_first_data_sync() {
      pair.a().failoverPage().establishRelationship();
      pair.advance(Duration.ofSeconds(50));
      pair.a().failoverPage().breakRelationship();
      pair.a().failoverPage().establishRelationship();

      pair.advance(Duration.ofSeconds(59));
      assertThat(pair.isBusy()).isFalse();
      pair.advance(Duration.ofSeconds(1));
      assertThat(pair.isBusy()).isTrue();
    }

    @Test
    void either_can_be_the_primary() {
      pair.b().failoverPage().establishRelationship();

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
      assertThat(pair.siteHolder()).contains(pair.b());
    }

    @Test
    void keys_versions_and_the_link_have_to_fit() {
      pair.b().change("inter-appliance-key");
      assertRefused("The inter-appliance keys are not identical.");
      pair.b().mirrorByHand("inter-appliance-key");

      pair.b().upgrade("19.1.9 (38000-749b17ca33d2475427428f263608ae98d69f7a35)");
      assertRefused("The product versions of the two site instances do not match.");
      pair.a().upgrade(pair.b().version().text());

      pair.cutLink();
      assertRefused("The peer site instance could not be contacted.");
      pair.restoreLink();

      assertThat(pair.a().failoverPage().establishRelationship().isAccepted()).isTrue();
      assertRefused("A failover relationship exists already.");
    }

    private void assertRefused(String text) {
      assertThat(pair.a().failoverPage().establishRelationship())
          .isEqualTo(new CommandAnswer.Refused(text));
    }
  }

  @Nested
  class break_relationship {

    @Test
    void both_lose_their_roles_and_keep_their_data_and_can_be_paired_again() {
      SimulatedPair pair = SimulatedPair.create();
      int before = pair.b().change("recordings");

      assertThat(pair.a().failoverPage().breakRelationship().isAccepted()).isTrue();
      assertThat(roles(pair)).containsExactly(NONE, NONE);
      assertThat(pair.b().data().of("recordings")).containsExactly(before);
      pair.advance(Duration.ofDays(3));
      assertThat(pair.a().setFailoverRole(BACKUP, false, true).isAccepted()).isFalse();

      pair.a().failoverPage().establishRelationship();
      pair.advance(DataSyncs.UNTIL_FIRST.plus(SYNC));
      assertThat(pair.a().health().lastDataSync().status()).isEqualTo("success");
    }

    @Test
    void out_of_touch_it_breaks_one_side_or_is_refused() {
      SimulatedPair alone = SimulatedPair.create();
      SimulatedPair strict = assuming(AssumedBehaviour.BREAK_REFUSED);
      alone.cutLink();
      strict.cutLink();

      assertThat(alone.a().failoverPage().breakRelationship().isAccepted()).isTrue();
      assertThat(strict.a().failoverPage().breakRelationship().isAccepted()).isFalse();

      assertThat(roles(alone)).containsExactly(NONE, BACKUP);
      alone.restoreLink();
      assertThat(alone.startDataSync().isAccepted()).isFalse();
      assertThat(alone.a().failoverPage().establishRelationship().isAccepted()).isFalse();
      alone.b().failoverPage().breakRelationship();
      assertThat(alone.a().failoverPage().establishRelationship().isAccepted()).isTrue();
    }

    @Test
    void it_has_to_wait_for_the_end_of_a_data_sync() {
      SimulatedPair pair = SimulatedPair.create();
      pair.a().failoverPage().syncNow();

      assertThat(pair.a().failoverPage().breakRelationship().isAccepted()).isFalse();
    }
  }

  @Nested
  class fix_this_error {

    @Test
    void who_alone_has_the_shared_ip_enabled_is_primary() {
      SimulatedPair pair = inConflict(SimulatedPair.create());
      pair.a().disableSharedIp();

      assertThat(pair.a().failoverPage().fixThisError().isAccepted()).isTrue();

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void who_is_found_under_the_name_of_the_site_is_primary_otherwise() {
      SimulatedPair pair =
          SimulatedPair.builder()
              .cutover(new DnsSwing("support.example.com", Duration.ofMinutes(5)))
              .build();
      inConflict(pair);
      pair.swingSite(pair.b());
      pair.advance(Duration.ofMinutes(5));

      pair.a().failoverPage().fixThisError();

      assertThat(roles(pair)).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void without_evidence_it_is_who_was_asked_or_nobody() {
      SimulatedPair asked = SimulatedPair.create();
      SimulatedPair strict = assuming(AssumedBehaviour.FIX_REFUSED);
      for (SimulatedPair pair : List.of(asked, strict)) {
        pair.cutLink();
        pair.a().setFailoverRole(BACKUP, false, true);
        pair.restoreLink();
      }

      assertThat(asked.b().failoverPage().fixThisError().isAccepted()).isTrue();
      assertThat(strict.b().failoverPage().fixThisError().isAccepted()).isFalse();

      assertThat(roles(asked)).containsExactly(BACKUP, PRIMARY);
      assertThat(roles(strict)).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void the_settings_of_the_new_backup_are_overwritten_and_records_end_up_on_both() {
      SimulatedPair pair = inConflict(SimulatedPair.create());
      int lost = pair.b().changeSettings();
      int kept = pair.b().change("session-reports");
      pair.b().disableSharedIp();

      pair.a().failoverPage().fixThisError();
      pair.advance(SYNC);

      assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
      assertThat(pair.b().data().of("login-settings")).doesNotContain(lost);
      assertThat(pair.a().data().of("session-reports")).contains(kept);
      assertThat(pair.outcome().lostSettings()).isEqualTo(1);
      assertThat(pair.outcome().lostSessions()).isZero();
    }

    @Test
    void roles_are_set_though_versions_keep_the_data_sync_from_beginning_and_it_says_so() {
      SimulatedPair pair = inConflict(SimulatedPair.create());
      int kept = pair.b().changeSettings();
      pair.b().disableSharedIp();
      pair.b().upgrade("19.1.9 (38000-749b17ca33d2475427428f263608ae98d69f7a35)");

      CommandAnswer answer = pair.a().failoverPage().fixThisError();

      assertThat(answer)
          .isEqualTo(
              new CommandAnswer.Accepted(
                  "The conflict is fixed. No data sync was started: The product versions of the"
                      + " two site instances do not match."));
      assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
      assertThat(pair.isBusy()).isFalse();
      pair.advance(Duration.ofHours(1));
      assertThat(pair.b().data().of("login-settings")).contains(kept);
      assertThat(pair.history()).contains("keeps its settings: The product versions");
    }

    @Test
    void there_has_to_be_a_conflict_and_a_peer() {
      SimulatedPair pair = SimulatedPair.create();
      assertThat(pair.a().failoverPage().fixThisError().isAccepted()).isFalse();

      pair.cutLink();
      pair.b().setFailoverRole(PRIMARY, false, false);
      assertThat(pair.a().failoverPage().fixThisError().isAccepted()).isFalse();
    }
  }

  @Test
  void nobody_presses_a_button_on_an_appliance_that_is_off() {
    SimulatedPair pair = SimulatedPair.create();
    pair.b().powerOff();

    assertThat(pair.b().setFailoverRole(FailoverRole.PRIMARY, false, false))
        .isInstanceOf(CommandAnswer.Refused.class);
    assertThat(pair.b().failoverRole()).isEqualTo(FailoverRole.BACKUP);
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(pair.outcome().missingSettings()).isZero();
  }
}
