// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.sync.SyncCoverage;
import io.github.bseries.core.sync.SyncedData;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DataSyncsTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration A_TICK = Duration.ofNanos(1);
  private static final Duration SYNC = Duration.ofSeconds(30);

  private final SimulatedPair pair = SimulatedPair.create();
  private final SimulatedAppliance a = pair.a();
  private final SimulatedAppliance b = pair.b();

  private static BackupSettings.Builder operating() {
    return BackupSettings.builder().backupOperations(true).sharedIps("12.12.1.52");
  }

  private static Instant lastSync(SimulatedAppliance primary) {
    return primary.health().lastDataSync().time();
  }

  private static String status(SimulatedAppliance primary) {
    return primary.health().lastDataSync().status();
  }

  @Nested
  class by_the_interval_of_the_backup {

    @Test
    void one_begins_an_interval_after_the_last_one_and_then_again_and_again() {
      pair.advance(Duration.ofHours(23).plus(SYNC).minus(A_TICK));
      assertThat(lastSync(a)).isEqualTo(START.minus(Duration.ofHours(1)));

      pair.advance(A_TICK);
      assertThat(lastSync(a)).isEqualTo(START.plus(Duration.ofHours(23)).plus(SYNC));
      pair.advance(Duration.ofDays(1));
      assertThat(lastSync(a)).isEqualTo(START.plus(Duration.ofHours(47)).plus(SYNC));
    }

    @Test
    void there_is_none_while_backup_operations_are_off() {
      b.failoverPage().save(BackupSettings.builder().build());

      pair.advance(Duration.ofDays(30));

      assertThat(lastSync(a)).isEqualTo(START.minus(Duration.ofHours(1)));
    }

    @Test
    void enabling_backup_operations_starts_the_one_that_is_overdue() {
      b.failoverPage().save(BackupSettings.builder().build());
      pair.advance(Duration.ofDays(3));

      b.failoverPage().save(operating().automaticDataSyncInterval(Duration.ofHours(6)).build());

      assertThat(pair.isBusy()).isTrue();
    }

    @Test
    void a_backup_that_cannot_reach_its_peer_tries_again_an_interval_later() {
      SimulatedPair telling =
          SimulatedPair.builder().assume(AssumedBehaviour.BOTH_TELL_SYNC).build();
      telling.cutLink();
      telling.advance(Duration.ofHours(24));
      assertThat(status(telling.b())).isEqualTo("failed");
      assertThat(status(telling.a())).as("it is the backup that pulls").isEqualTo("success");

      telling.restoreLink();
      assertThat(telling.isBusy()).isFalse();
      telling.advance(Duration.ofHours(23).plus(SYNC));

      assertThat(status(telling.b())).isEqualTo("success");
    }

    @Test
    void the_settings_of_the_side_that_is_backup_count() {
      a.setFailoverRole(BACKUP, false, false);

      pair.advance(Duration.ofDays(10));

      assertThat(lastSync(b)).as("a has no interval").isBefore(START);
    }
  }

  @Nested
  class how_long_one_takes {

    private SimulatedPair with(BackupSettings settings) {
      return SimulatedPair.builder()
          .dataBytes(10_000_000)
          .line(new Bandwidth(1_000_000))
          .backupSettingsOfB(settings)
          .build();
    }

    private static long seconds(SimulatedPair pair) {
      pair.startDataSync();
      long seconds = 0;
      while (pair.isBusy()) {
        pair.advance(Duration.ofSeconds(1));
        seconds++;
      }
      return seconds;
    }

    @Test
    void follows_from_the_data_and_the_line() {
      assertThat(seconds(with(operating().build()))).isEqualTo(10);
    }

    @Test
    void follows_from_the_limit_of_the_backup_where_that_is_lower() {
      BackupSettings limited = operating().dataSyncBandwidthLimit(new Bandwidth(100_000)).build();

      assertThat(seconds(with(limited))).isEqualTo(100);
    }

    @Test
    void grows_with_the_recordings() {
      SimulatedPair busy =
          SimulatedPair.builder()
              .users(new SimulatedUsers(Duration.ofMinutes(1), Duration.ZERO, 0, 10_000_000))
              .build();
      busy.advance(Duration.ofMinutes(30));

      assertThat(seconds(busy)).isEqualTo(60);
    }

    @Test
    void is_but_a_moment_if_only_changes_are_copied() {
      SimulatedPair lean = SimulatedPair.builder().assume(AssumedBehaviour.COPIES_CHANGES).build();
      for (int i = 0; i < 20; i++) {
        lean.a().changeSettings();
      }

      assertThat(seconds(lean)).as("20 megabytes over 10 in a second").isEqualTo(2);
      assertThat(seconds(lean)).isEqualTo(1);
    }

    @Test
    void is_ten_times_as_long_on_a_slow_link_and_that_from_the_middle_too() {
      pair.changeLink(SimulatedLink.PEERS, LinkState.SLOW);
      assertThat(seconds(pair)).isEqualTo(300);

      pair.changeLink(SimulatedLink.PEERS, LinkState.UP);
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(10));
      pair.changeLink(SimulatedLink.PEERS, LinkState.SLOW);
      pair.advance(Duration.ofSeconds(200).minus(A_TICK));
      assertThat(pair.isBusy()).isTrue();
      pair.advance(A_TICK);
      assertThat(pair.isBusy()).isFalse();
    }

    @Test
    void is_what_was_set_if_it_was_set() {
      assertThat(seconds(SimulatedPair.builder().dataSyncDuration(Duration.ofSeconds(7)).build()))
          .isEqualTo(7);
    }
  }

  @Nested
  class when_the_network_or_the_pair_fails {

    @Test
    void a_link_that_is_cut_ends_it_at_once() {
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(10));

      pair.cutLink();

      assertThat(pair.isBusy()).isFalse();
      assertThat(status(a)).isEqualTo("failed");
      assertThat(lastSync(a)).isEqualTo(START.minus(Duration.ofHours(1)));
    }

    @Test
    void a_link_that_stalls_holds_it_up() {
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(10));
      pair.changeLink(SimulatedLink.PEERS, LinkState.STALLED);
      pair.advance(Duration.ofHours(5));
      assertThat(pair.isBusy()).isTrue();

      pair.restoreLink();
      pair.advance(Duration.ofSeconds(20));

      assertThat(status(a)).isEqualTo("success");
      assertThat(lastSync(a)).isEqualTo(START.plusSeconds(30).plus(Duration.ofHours(5)));
    }

    @Test
    void one_that_sticks_never_ends_by_itself() {
      pair.suffers(PairFault.SYNC_STICKS);
      a.setFailoverRole(BACKUP, true, false);
      pair.advance(Duration.ofDays(2));
      assertThat(pair.isBusy()).isTrue();
      assertThat(a.setFailoverRole(BACKUP, false, false).isAccepted()).isFalse();

      b.powerOff();

      assertThat(pair.isBusy()).isFalse();
      assertThat(a.failoverRole()).isEqualTo(PRIMARY);
    }

    @Test
    void one_that_fails_copies_nothing_and_changes_no_role() {
      pair.suffers(PairFault.SYNC_FAILS);
      a.changeSettings();
      a.setFailoverRole(BACKUP, true, false);

      pair.advance(Duration.ofMinutes(1));

      assertThat(status(a)).isEqualTo("failed");
      assertThat(a.failoverRole()).isEqualTo(PRIMARY);
      assertThat(b.data().settingsGeneration()).isZero();
      assertThat(pair.startDataSync().isAccepted()).as("the fault is used up").isTrue();
      pair.advance(SYNC);
      assertThat(status(a)).isEqualTo("success");
    }

    @Test
    void faults_can_stand_and_be_endured() {
      pair.suffers(PairFault.SYNC_FAILS, 2);
      assertThat(outcomes(3)).isEqualTo("failed failed success ");

      pair.suffersNowAndThen(PairFault.SYNC_FAILS, 1);
      assertThat(outcomes(2)).isEqualTo("failed failed ");
      pair.endures(PairFault.SYNC_FAILS);
      assertThat(outcomes(1)).isEqualTo("success ");
      pair.suffersNowAndThen(PairFault.SYNC_FAILS, 0);
      assertThat(outcomes(1)).isEqualTo("success ");
    }

    private String outcomes(int count) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        pair.startDataSync();
        pair.advance(SYNC);
        text.append(status(a)).append(' ');
      }
      return text.toString();
    }
  }

  @Nested
  class what_one_copies {

    @Test
    void each_kind_is_overwritten_or_kept_as_core_says() {
      for (SyncedData kind : SyncCoverage.documented().data()) {
        SimulatedPair fresh =
            SimulatedPair.builder().assume(AssumedBehaviour.RECORDS_OVERWRITTEN).build();
        int ofA = fresh.a().change(kind.id());
        int ofB = fresh.b().change(kind.id());

        fresh.startDataSync();
        fresh.advance(SYNC);

        assertThat(fresh.b().data().of(kind.id()).contains(ofA))
            .as(kind.id())
            .isEqualTo(kind.isCopied());
        assertThat(fresh.b().data().of(kind.id()).contains(ofB))
            .as(kind.id())
            .isEqualTo(!kind.isCopied());
        assertThat(fresh.a().data().of(kind.id())).contains(ofA).doesNotContain(ofB);
      }
    }

    @Test
    void reports_and_recordings_can_end_up_on_both() {
      int ofA = a.change("session-reports");
      int ofB = b.change("session-reports");
      int settings = b.changeSettings();

      pair.startDataSync();
      pair.advance(SYNC);

      assertThat(a.data().of("session-reports")).containsExactly(ofA, ofB);
      assertThat(b.data().of("session-reports")).containsExactly(ofA, ofB);
      assertThat(b.data().of("login-settings")).as("never merged").doesNotContain(settings);
    }

    @Test
    void what_changes_meanwhile_waits_for_the_next_one() {
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(1));
      int late = a.changeSettings();
      pair.advance(SYNC);
      assertThat(b.data().settingsGeneration()).isZero();

      pair.startDataSync();
      pair.advance(SYNC);
      assertThat(b.data().settingsGeneration()).isEqualTo(late);
    }

    @Test
    void it_goes_from_the_primary_to_the_backup_whichever_is_which() {
      a.setFailoverRole(BACKUP, false, false);
      pair.advance(Duration.ofMinutes(1));
      int ofA = a.changeSettings();
      int ofB = b.changeSettings();

      pair.startDataSync();
      pair.advance(SYNC);

      assertThat(a.data().of("login-settings")).contains(ofB).doesNotContain(ofA);
    }
  }

  @Test
  void an_upgrade_ends_a_data_sync_under_way_and_no_roles_change_after_it() {
    SimulatedPair upgraded =
        SimulatedPair.builder().assume(AssumedBehaviour.MISMATCH_REFUSED).build();
    upgraded.a().setFailoverRole(BACKUP, true, false);
    upgraded.advance(Duration.ofSeconds(5));

    upgraded.b().upgrade("25.1.1");
    upgraded.advance(Duration.ofMinutes(3));

    assertThat(upgraded.a().failoverRole()).isEqualTo(PRIMARY);
    assertThat(upgraded.b().failoverRole()).isEqualTo(BACKUP);
    assertThat(upgraded.isBusy()).isFalse();
    assertThat(upgraded.history()).contains("could not be copied to its peer");
  }

  @Test
  void one_data_sync_uses_up_one_fault_alone() {
    SimulatedPair failing = SimulatedPair.create();
    failing.suffers(PairFault.SYNC_FAILS);
    failing.suffers(PairFault.SYNC_STICKS);

    failing.startDataSync();

    assertThat(failing.awaitedFaults()).containsExactly(PairFault.SYNC_FAILS);
  }
}
