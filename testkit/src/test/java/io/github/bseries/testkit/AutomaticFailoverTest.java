// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutomaticFailoverTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration A_TICK = Duration.ofNanos(1);
  private static final SimulatedLink ROUTER = new SimulatedLink("b-12.12.1.1");

  private static BackupSettings.Builder on() {
    return BackupSettings.builder()
        .backupOperations(true)
        .automaticFailover(true)
        .primarySiteInstanceTimeout(TIMEOUT)
        .sharedIps("12.12.1.52");
  }

  private static SimulatedPair pair(BackupSettings settings, AssumedBehaviour... assumed) {
    return SimulatedPair.builder().backupSettingsOfB(settings).assume(assumed).build();
  }

  private static List<FailoverRole> roles(SimulatedPair pair) {
    return List.of(pair.a().failoverRole(), pair.b().failoverRole());
  }

  private final SimulatedPair pair = pair(on().networkConnectivityTestIps("12.12.1.1").build());

  @Test
  void a_backup_takes_over_when_the_primary_was_silent_for_the_timeout() {
    pair.a().powerOff();
    pair.advance(TIMEOUT.minus(A_TICK));
    assertThat(pair.b().failoverRole()).isEqualTo(BACKUP);

    pair.advance(A_TICK);

    assertThat(pair.b().failoverRole()).isEqualTo(PRIMARY);
    assertThat(pair.b().health().enabledSharedIps()).containsExactly("12.12.1.52");
    assertThat(pair.siteHolder()).contains(pair.b());
    assertThat(pair.outcome().outage()).isEqualTo(TIMEOUT);
  }

  @Test
  void a_primary_that_comes_back_in_time_stays_primary_and_the_time_counts_anew() {
    pair.a().powerOff();
    pair.advance(TIMEOUT.minus(A_TICK));
    pair.a().powerOn();
    pair.a().powerOff();

    pair.advance(TIMEOUT.minus(A_TICK));

    assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
  }

  @Test
  void a_cut_between_the_two_makes_both_primary() {
    pair.cutLink();
    pair.advance(TIMEOUT);
    assertThat(roles(pair)).containsExactly(PRIMARY, PRIMARY);

    pair.advance(Duration.ofMinutes(5));

    assertThat(pair.outcome().twoPrimaries()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void a_stalled_link_is_as_good_as_a_cut_one_even_while_a_sync_hangs_in_it() {
    pair.startDataSync();
    pair.changeLink(SimulatedLink.PEERS, LinkState.STALLED);

    pair.advance(TIMEOUT);

    assertThat(roles(pair)).containsExactly(PRIMARY, PRIMARY);
    assertThat(pair.isBusy()).isFalse();
  }

  @Test
  void a_backup_that_reaches_no_test_ip_knows_that_it_is_alone() {
    pair.changeLink(ROUTER, LinkState.CUT);
    pair.cutLink();
    pair.advance(TIMEOUT.multipliedBy(3));
    assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);

    pair.changeLink(ROUTER, LinkState.UP);
    pair.advance(TIMEOUT);
    assertThat(roles(pair)).containsExactly(PRIMARY, PRIMARY);
  }

  @Test
  void one_test_ip_of_several_is_enough() {
    SimulatedPair two = pair(on().networkConnectivityTestIps("12.12.1.1", "12.12.1.2").build());
    two.changeLink(ROUTER, LinkState.STALLED);
    two.cutLink();

    two.advance(TIMEOUT);

    assertThat(two.b().failoverRole()).isEqualTo(PRIMARY);
  }

  @Test
  void without_test_ips_it_is_a_switch() {
    SimulatedPair eager = pair(on().build());
    SimulatedPair careful = pair(on().build(), AssumedBehaviour.NEEDS_TEST_IPS);
    eager.a().powerOff();
    careful.a().powerOff();

    eager.advance(TIMEOUT);
    careful.advance(TIMEOUT);

    assertThat(eager.b().failoverRole()).isEqualTo(PRIMARY);
    assertThat(careful.b().failoverRole()).isEqualTo(BACKUP);
  }

  @Test
  void each_setting_that_is_off_keeps_it_backup() {
    for (BackupSettings settings :
        List.of(
            on().automaticFailover(false).build(),
            on().backupOperations(false).build(),
            BackupSettings.builder().backupOperations(true).automaticFailover(true).build())) {
      SimulatedPair quiet = pair(settings);
      quiet.a().powerOff();

      quiet.advance(Duration.ofDays(7));

      assertThat(quiet.b().failoverRole()).as(settings.toString()).isEqualTo(BACKUP);
    }
  }

  @Test
  void turning_it_off_meanwhile_stops_it() {
    pair.a().powerOff();
    pair.advance(TIMEOUT.minus(A_TICK));
    pair.b().failoverPage().save(on().automaticFailover(false).build());

    pair.advance(TIMEOUT);

    assertThat(pair.b().failoverRole()).isEqualTo(BACKUP);
  }

  @Test
  void a_primary_that_ails_is_there_or_not_by_a_switch() {
    SimulatedPair strict = pair(on().build(), AssumedBehaviour.AILING_IS_DOWN);
    pair.a().ails("disk is full");
    strict.a().ails("disk is full");

    pair.advance(TIMEOUT.multipliedBy(2));
    strict.advance(TIMEOUT.multipliedBy(2));

    assertThat(roles(pair)).containsExactly(PRIMARY, BACKUP);
    assertThat(roles(strict))
        .as("the two are in touch, so they swap")
        .containsExactly(BACKUP, PRIMARY);
  }

  @Test
  void two_backups_out_of_touch_may_both_take_over() {
    SimulatedPair both =
        SimulatedPair.builder()
            .backupSettingsOfA(on().build())
            .backupSettingsOfB(on().build())
            .build();
    both.cutLink();
    both.a().setFailoverRole(BACKUP, false, true);

    both.advance(TIMEOUT);

    assertThat(roles(both)).containsExactly(PRIMARY, PRIMARY);
  }

  @Test
  void the_status_history_tells_of_it_on_the_appliances_own_clock() {
    pair.b().clockSkew(Duration.ofHours(-1));
    pair.a().powerOff();
    pair.advance(TIMEOUT);

    List<StatusEvent> events = pair.b().failoverPage().statusHistory();

    assertThat(events)
        .extracting(StatusEvent::text)
        .containsSubsequence("takes over", "becomes primary")
        .anyMatch(text -> text.startsWith("cannot reach the primary"));
    assertThat(events.get(events.size() - 1).at()).isEqualTo(pair.b().clock());
  }

  private BackupSettings withTimeout(Duration timeout) {
    return on().networkConnectivityTestIps("12.12.1.1").primarySiteInstanceTimeout(timeout).build();
  }

  @Test
  void a_timeout_that_is_made_longer_meanwhile_counts_from_the_loss() {
    pair.cutLink();
    pair.advance(TIMEOUT.dividedBy(2));
    pair.b().failoverPage().save(withTimeout(Duration.ofHours(2)));

    pair.advance(Duration.ofHours(2).minus(TIMEOUT.dividedBy(2)).minus(A_TICK));
    assertThat(pair.b().failoverRole()).isEqualTo(BACKUP);
    pair.advance(A_TICK);

    assertThat(pair.b().failoverRole()).isEqualTo(PRIMARY);
  }

  @Test
  void a_timeout_that_is_made_shorter_meanwhile_counts_from_the_loss_and_may_be_over() {
    pair.cutLink();
    pair.advance(Duration.ofMinutes(2));
    pair.b().failoverPage().save(withTimeout(Duration.ofMinutes(3)));
    pair.advance(Duration.ofMinutes(1).minus(A_TICK));
    assertThat(pair.b().failoverRole()).isEqualTo(BACKUP);

    pair.b().failoverPage().save(withTimeout(Duration.ofMinutes(1)));

    assertThat(pair.b().failoverRole()).isEqualTo(PRIMARY);
    pair.advance(TIMEOUT.multipliedBy(2));
    assertThat(pair.history()).containsOnlyOnce("b takes over");
  }
}
