// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UsersAndOutcomeTest {

  private static final Duration SWAP = Duration.ofSeconds(5);
  private static final Duration SYNC = Duration.ofSeconds(30);
  private static final Duration TTL = Duration.ofMinutes(5);

  private static SimulatedPair with(TrafficCutover cutover) {
    return SimulatedPair.builder().cutover(cutover).build();
  }

  private static SimulatedPair busy(AssumedBehaviour... assumed) {
    return SimulatedPair.builder()
        .users(SimulatedUsers.every(Duration.ofMinutes(1), Duration.ofSeconds(90)))
        .dataSyncDuration(SYNC)
        .assume(assumed)
        .build();
  }

  @Nested
  class the_way_to_the_site {

    @Test
    void a_shared_ip_leads_to_the_new_primary_at_once() {
      SimulatedPair pair = SimulatedPair.create();

      pair.a().setFailoverRole(BACKUP, false, false);
      pair.advance(Duration.ofHours(1));

      assertThat(pair.outcome().outage()).isEqualTo(SWAP);
    }

    @Test
    void a_shared_ip_that_stays_leads_to_a_backup_that_serves_nobody() {
      SimulatedPair pair = SimulatedPair.builder().assume(AssumedBehaviour.SHARED_IP_STAYS).build();
      pair.a().setFailoverRole(BACKUP, false, false);
      pair.advance(Duration.ofMinutes(1));
      assertThat(pair.siteHolder()).contains(pair.a());

      pair.a().disableSharedIp();
      assertThat(pair.siteHolder()).isEmpty();
      pair.b().enableSharedIp();
      pair.advance(Duration.ofHours(1));

      assertThat(pair.siteHolder()).contains(pair.b());
      assertThat(pair.outcome().outage()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_nat_rule_counts_at_once_and_has_to_be_changed_by_somebody() {
      SimulatedPair pair = with(new NatSwing(null));
      pair.a().setFailoverRole(BACKUP, false, false);
      pair.advance(Duration.ofMinutes(1));
      assertThat(pair.siteHolder()).contains(pair.a());

      pair.swingSite(pair.b());
      pair.advance(Duration.ofMinutes(1));

      assertThat(pair.siteHolder()).contains(pair.b());
      assertThat(pair.outcome().outage()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_dns_record_counts_when_its_time_to_live_is_over() {
      SimulatedPair pair = with(new DnsSwing("support.example.com", TTL));
      pair.a().setFailoverRole(BACKUP, false, false);
      pair.swingSite(pair.b());
      pair.advance(TTL.minusNanos(1));
      assertThat(pair.siteHolder()).contains(pair.a());

      pair.advance(Duration.ofHours(1));

      assertThat(pair.siteHolder()).contains(pair.b());
      assertThat(pair.outcome().outage()).isEqualTo(TTL);
    }

    @Test
    void a_shared_ip_cannot_be_swung() {
      SimulatedPair pair = SimulatedPair.create();

      assertThatThrownBy(() -> pair.swingSite(pair.b()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("shared IP");
    }

    @Test
    void the_link_of_the_users_can_fail_by_itself() {
      SimulatedPair pair = SimulatedPair.create();
      pair.changeLink(SimulatedLink.CLIENT_TO_SITE, LinkState.CUT);
      pair.advance(Duration.ofSeconds(7));
      pair.changeLink(SimulatedLink.CLIENT_TO_SITE, LinkState.SLOW);
      pair.advance(Duration.ofSeconds(7));

      assertThat(pair.outcome().outage()).isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Nested
  class sessions {

    @Test
    void each_that_ends_leaves_a_report_and_a_recording_where_it_ran() {
      SimulatedPair pair = busy();

      pair.advance(Duration.ofMinutes(10));

      assertThat(pair.outcome().sessions()).isEqualTo(10);
      assertThat(pair.a().connectedSessions()).isEqualTo(2);
      assertThat(pair.a().data().sessions()).isEqualTo(8);
      assertThat(pair.a().data().recordings()).isEqualTo(8);
      assertThat(pair.b().data().sessions()).isZero();
      assertThat(pair.outcome().lostSessions()).isZero();
    }

    @Test
    void a_data_sync_before_a_role_change_throws_everybody_out_until_the_swap_is_over() {
      SimulatedPair pair = busy();
      pair.advance(Duration.ofMinutes(10));

      pair.a().setFailoverRole(BACKUP, true, false);
      assertThat(pair.a().connectedSessions()).isZero();
      pair.advance(Duration.ofMinutes(10));

      assertThat(pair.outcome().outage()).isEqualTo(SYNC.plus(SWAP));
      assertThat(pair.outcome().brokenSessions()).isEqualTo(2);
      assertThat(pair.outcome().missingSessions()).as("all came along").isZero();
      assertThat(pair.b().connectedSessions()).isEqualTo(2);
    }

    @Test
    void an_ordinary_data_sync_disturbs_nobody() {
      SimulatedPair pair = busy();
      pair.advance(Duration.ofMinutes(10));

      pair.startDataSync();
      pair.advance(Duration.ofMinutes(1));

      assertThat(pair.outcome().outage()).isZero();
      assertThat(pair.outcome().brokenSessions()).isZero();
    }

    @Test
    void who_comes_while_nobody_serves_is_turned_away() {
      SimulatedPair pair = busy();
      pair.a().powerOff();

      pair.advance(Duration.ofMinutes(10));

      assertThat(pair.outcome().turnedAway()).isEqualTo(10);
      assertThat(pair.outcome().sessions()).isZero();
    }
  }

  @Nested
  class after_an_unplanned_takeover {

    private SimulatedPair takenOver(AssumedBehaviour... assumed) {
      SimulatedPair pair = busy(assumed);
      pair.advance(Duration.ofMinutes(10));
      pair.a().changeSettings();
      pair.a().powerOff();
      pair.b().setFailoverRole(PRIMARY, false, false);
      return pair;
    }

    @Test
    void what_was_done_since_the_last_data_sync_is_missing_and_not_lost() {
      PairOutcome outcome = takenOver().outcome();

      assertThat(outcome.missingSessions()).isEqualTo(8);
      assertThat(outcome.missingRecordings()).isEqualTo(8);
      assertThat(outcome.missingSettings()).isEqualTo(1);
      assertThat(outcome.lostSessions()).isZero();
      assertThat(outcome.lostSettings()).isZero();
      assertThat(outcome.brokenSessions()).isEqualTo(2);
    }

    @Test
    void settings_are_lost_when_the_old_primary_becomes_backup_and_records_are_not() {
      SimulatedPair merging = takenOver();
      SimulatedPair overwriting = takenOver(AssumedBehaviour.RECORDS_OVERWRITTEN);
      for (SimulatedPair pair : new SimulatedPair[] {merging, overwriting}) {
        pair.a().powerOn();
        pair.a().setFailoverRole(BACKUP, false, false);
        pair.advance(SYNC);
      }

      assertThat(merging.outcome().lostSettings()).isEqualTo(1);
      assertThat(merging.outcome().lostSessions()).isZero();
      assertThat(overwriting.outcome().lostSettings()).isEqualTo(1);
      assertThat(overwriting.outcome().lostSessions()).as("it ended a conflict").isZero();
      assertThat(overwriting.outcome().lostRecordings()).isZero();
    }

    @Test
    void a_returning_primary_can_yield() {
      SimulatedPair keeping = takenOver();
      SimulatedPair yielding = takenOver(AssumedBehaviour.YIELDS_TO_A_PRIMARY);
      keeping.a().powerOn();
      yielding.a().powerOn();
      keeping.advance(Duration.ofMinutes(3));
      yielding.advance(Duration.ofMinutes(3));

      assertThat(keeping.outcome().twoPrimaries()).isEqualTo(Duration.ofMinutes(3));
      assertThat(yielding.outcome().twoPrimaries()).isZero();
      assertThat(yielding.a().failoverRole()).isEqualTo(BACKUP);
    }

    @Test
    void one_that_reaches_nobody_keeps_its_role_whatever_the_switch() {
      SimulatedPair pair = takenOver(AssumedBehaviour.YIELDS_TO_A_PRIMARY);
      pair.cutLink();

      pair.a().powerOn();

      assertThat(pair.a().failoverRole()).isEqualTo(PRIMARY);
    }
  }

  @Test
  void a_value_that_makes_no_sense_is_named() {
    assertThatThrownBy(() -> SimulatedUsers.every(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newSessionEvery");
    assertThatThrownBy(() -> SimulatedUsers.every(SWAP, Duration.ofMillis(-1)))
        .hasMessageContaining("sessionLength");
    assertThatThrownBy(() -> new SimulatedUsers(SWAP, SWAP, -1, 0))
        .hasMessageContaining("reportBytes");
  }
}
