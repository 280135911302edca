// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPairRolesTest {

  private static final Duration A_TICK = Duration.ofNanos(1);
  private static final Duration SYNC = Duration.ofSeconds(30);
  private static final Duration SWAP = Duration.ofSeconds(5);

  private final SimulatedPair pair = SimulatedPair.create();
  private final SimulatedAppliance a = pair.a();
  private final SimulatedAppliance b = pair.b();

  private List<FailoverRole> roles() {
    return List.of(a.failoverRole(), b.failoverRole());
  }

  private CommandAnswer ask(SimulatedAppliance appliance, FailoverRole role) {
    return appliance.setFailoverRole(role, false, false);
  }

  private CommandAnswer askWithSync(SimulatedAppliance appliance, FailoverRole role) {
    return appliance.setFailoverRole(role, true, false);
  }

  private CommandAnswer force(SimulatedAppliance appliance, FailoverRole role) {
    return appliance.setFailoverRole(role, false, true);
  }

  @Test
  void a_begins_as_primary_and_b_as_backup() {
    assertThat(roles()).containsExactly(PRIMARY, BACKUP);
    assertThat(pair.siteHolder()).contains(a);
  }

  @Nested
  class without_a_data_sync {

    @Test
    void a_primary_that_becomes_backup_leaves_both_backup_until_its_peer_follows() {
      assertThat(ask(a, BACKUP))
          .isEqualTo(new CommandAnswer.Accepted("Successfully changed role."));

      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      pair.advance(SWAP.minus(A_TICK));
      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      pair.advance(A_TICK);
      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void a_backup_that_becomes_primary_waits_until_its_peer_is_backup() {
      assertThat(ask(b, PRIMARY).isAccepted()).isTrue();

      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      pair.advance(SWAP.minus(A_TICK));
      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      pair.advance(A_TICK);
      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void a_swap_there_and_back_ends_where_it_began() {
      ask(a, BACKUP);
      pair.advance(SWAP);
      ask(a, PRIMARY);
      pair.advance(SWAP);

      assertThat(roles()).containsExactly(PRIMARY, BACKUP);
    }

    @Test
    void nobody_holds_the_site_while_both_are_backup() {
      ask(a, BACKUP);
      assertThat(pair.siteHolder()).isEmpty();

      pair.advance(SWAP);
      assertThat(pair.siteHolder()).contains(b);
    }

    @Test
    void another_request_during_the_swap_is_refused() {
      ask(a, BACKUP);

      assertThat(ask(a, PRIMARY)).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(ask(b, PRIMARY)).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(pair.startDataSync()).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(pair.isBusy()).isTrue();
    }

    @Test
    void a_role_that_is_held_already_is_refused() {
      assertThat(ask(a, PRIMARY)).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(ask(b, BACKUP)).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(roles()).containsExactly(PRIMARY, BACKUP);
    }

    @Test
    void a_swap_whose_peer_is_lost_half_way_leaves_both_backup() {
      ask(a, BACKUP);
      pair.cutLink();
      pair.advance(SWAP);

      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      assertThat(pair.isBusy()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_that_lose_each_other_in_a_swap_for_a_while_stay_both_backup(boolean linkAlone) {
      CommandAnswer asked = linkAlone ? ask(a, BACKUP) : ask(b, PRIMARY);
      if (linkAlone) {
        pair.cutLink();
        pair.restoreLink();
      } else {
        a.powerOff();
        a.powerOn();
      }
      pair.advance(SWAP);

      assertThat(asked.isAccepted()).isTrue();
      assertThat(roles()).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void a_swap_can_be_finished_by_hand_after_it_stopped_half_way() {
      ask(a, BACKUP);
      b.powerOff();
      pair.advance(SWAP);
      b.powerOn();
      ask(b, PRIMARY);
      pair.advance(SWAP);

      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void roles_change_at_once_where_the_swap_moment_is_zero() {
      SimulatedPair quick = SimulatedPair.builder().swapMoment(Duration.ZERO).build();

      quick.a().setFailoverRole(BACKUP, false, false);

      assertThat(quick.b().failoverRole()).isEqualTo(PRIMARY);
    }
  }

  @Nested
  class with_a_data_sync_first {

    @Test
    void roles_stay_until_the_sync_is_complete_and_then_swap() {
      assertThat(askWithSync(a, BACKUP))
          .isEqualTo(
              new CommandAnswer.Accepted(
                  "Successfully started data sync. Role change will occur upon successful"
                      + " completion."));

      pair.advance(SYNC.minus(A_TICK));
      assertThat(roles()).containsExactly(PRIMARY, BACKUP);
      pair.advance(A_TICK);
      assertThat(roles()).containsExactly(BACKUP, BACKUP);
      pair.advance(SWAP);
      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void the_backup_can_be_asked_as_well() {
      askWithSync(b, PRIMARY);

      pair.advance(SYNC.plus(SWAP));

      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void one_long_step_does_what_many_short_ones_do() {
      askWithSync(a, BACKUP);

      pair.advance(Duration.ofHours(2));

      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
      assertThat(b.health().lastDataSync().time())
          .isEqualTo(pair.time().instant().minus(Duration.ofHours(2)).plus(SYNC));
    }

    @Test
    void every_other_operation_is_refused_meanwhile() {
      askWithSync(a, BACKUP);

      assertThat(ask(a, BACKUP).isAccepted()).isFalse();
      assertThat(askWithSync(b, PRIMARY).isAccepted()).isFalse();
      assertThat(pair.startDataSync().isAccepted()).isFalse();
      pair.advance(SYNC.plus(SWAP));
      assertThat(ask(a, PRIMARY).isAccepted()).isTrue();
    }

    @Test
    void a_sync_that_fails_leaves_the_roles_alone() {
      askWithSync(a, BACKUP);
      pair.advance(Duration.ofSeconds(10));
      pair.cutLink();

      pair.advance(SYNC);

      assertThat(roles()).containsExactly(PRIMARY, BACKUP);
      assertThat(a.health().lastDataSync().status()).isEqualTo("failed");
      assertThat(pair.isBusy()).isFalse();
    }

    @Test
    void a_lost_peer_is_a_reason_to_refuse() {
      pair.cutLink();

      assertThat(askWithSync(a, BACKUP).isAccepted()).isFalse();
      assertThat(askWithSync(b, PRIMARY).isAccepted()).isFalse();
      assertThat(a.setFailoverRole(BACKUP, true, true).isAccepted()).isFalse();
    }
  }

  @Nested
  class when_the_peer_cannot_be_reached {

    @Test
    void a_primary_refuses_to_become_backup() {
      b.powerOff();

      assertThat(ask(a, BACKUP)).isInstanceOf(CommandAnswer.Refused.class);
      assertThat(a.failoverRole()).isEqualTo(PRIMARY);
    }

    @Test
    void a_primary_that_is_forced_becomes_backup_alone() {
      pair.cutLink();

      assertThat(force(a, BACKUP).isAccepted()).isTrue();

      pair.advance(SWAP);
      assertThat(roles()).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void a_backup_becomes_primary_alone_and_at_once() {
      a.powerOff();

      assertThat(ask(b, PRIMARY).isAccepted()).isTrue();

      assertThat(b.failoverRole()).isEqualTo(PRIMARY);
      assertThat(pair.siteHolder()).contains(b);
    }

    @Test
    void both_are_primary_if_the_old_one_was_alive() {
      pair.cutLink();
      ask(b, PRIMARY);

      assertThat(roles()).containsExactly(PRIMARY, PRIMARY);
      assertThat(pair.siteHolder()).as("who held it before").contains(a);
    }

    @Test
    void two_primaries_become_a_pair_again_when_one_is_made_backup() {
      pair.cutLink();
      ask(b, PRIMARY);
      pair.restoreLink();

      assertThat(pair.startDataSync().isAccepted()).as("no one knows whose data counts").isFalse();
      ask(a, BACKUP);
      assertThat(pair.siteHolder()).contains(b);

      pair.advance(SWAP);
      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }

    @Test
    void an_old_primary_returns_as_primary() {
      a.powerOff();
      ask(b, PRIMARY);
      a.powerOn();

      assertThat(roles()).containsExactly(PRIMARY, PRIMARY);
      assertThat(pair.siteHolder()).contains(b);
    }
  }

  @Nested
  class with_force_though_the_peer_is_there {

    @Test
    void the_roles_swap_as_they_do_without() {
      force(a, BACKUP);
      pair.advance(SWAP);

      assertThat(roles()).containsExactly(BACKUP, PRIMARY);
    }
  }

  @Nested
  class of_a_single_appliance {

    private final SimulatedPair single = SimulatedPair.single();

    @Test
    void there_is_no_role_and_no_role_change() {
      assertThat(single.a().failoverRole()).isEqualTo(NONE);
      assertThat(single.a().setFailoverRole(BACKUP, false, true).isAccepted()).isFalse();
      assertThat(single.startDataSync().isAccepted()).isFalse();
    }

    @Test
    void it_serves_the_site_itself_while_it_is_on() {
      assertThat(single.siteHolder()).contains(single.a());

      single.a().powerOff();

      assertThat(single.siteHolder()).isEmpty();
    }

    @Test
    void there_is_no_b() {
      assertThat(single.appliances()).containsExactly(single.a());
      assertThatThrownBy(single::b)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("single");
    }
  }

  @Test
  void every_request_is_counted_where_it_arrived() {
    ask(a, BACKUP);
    ask(a, BACKUP);
    ask(b, PRIMARY);

    assertThat(a.roleChangesReceived()).isEqualTo(2);
    assertThat(b.roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void none_cannot_be_asked_for() {
    assertThatThrownBy(() -> ask(a, NONE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_primary_that_loses_its_power_loses_the_site() {
    a.powerOff();
    assertThat(pair.siteHolder()).isEmpty();

    a.powerOn();
    assertThat(pair.siteHolder()).contains(a);
  }

  @Test
  void listeners_are_told_when_something_changed_and_only_then() {
    int[] told = {0};
    Runnable listener = () -> told[0]++;
    pair.addListener(listener);

    ask(a, BACKUP);
    pair.advance(SWAP.minus(A_TICK));
    assertThat(told[0]).isEqualTo(1);
    pair.advance(A_TICK);
    assertThat(told[0]).isEqualTo(2);
    b.powerOff();
    b.powerOff();
    assertThat(told[0]).isEqualTo(3);

    pair.removeListener(listener);
    b.powerOn();
    assertThat(told[0]).isEqualTo(3);
  }
}
