// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatAnApplianceTellsTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String NEWER = "19.1.9 (38000-749b17ca33d2475427428f263608ae98d69f7a35)";

  private static SimulatedPair assuming(AssumedBehaviour... behaviours) {
    return SimulatedPair.builder().assume(behaviours).build();
  }

  private static String token(SimulatedPair pair) {
    SimulatedAccount account = pair.account();
    return pair.a().issueToken(account.clientId(), account.clientSecret()).orElseThrow();
  }

  @Nested
  class of_the_last_data_sync {

    @ParameterizedTest
    @CsvSource({
      "OFFSET_WITH_COLON, 2026-03-01T11:00:00+00:00",
      "ZULU, 2026-03-01T11:00:00Z",
      "FRACTION_AND_PLAIN_OFFSET, 2026-03-01T11:00:00.000+0000"
    })
    void its_time_has_several_forms(AssumedBehaviour form, String text) {
      LastDataSync sync = assuming(form).a().health().lastDataSync();

      assertThat(sync.timeText()).isEqualTo(text);
      assertThat(sync.time()).isEqualTo(START.minus(Duration.ofHours(1)));
    }

    @Test
    void its_seconds_can_be_missing() {
      LastDataSync sync = assuming(AssumedBehaviour.SECONDS_LEFT_OUT).a().health().lastDataSync();

      assertThat(sync.time()).isNull();
      assertThat(sync.timeText()).isNotBlank();
    }

    @Test
    void its_time_is_its_end_or_its_start() {
      SimulatedPair pair = assuming(AssumedBehaviour.TIME_OF_THE_START);
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(30));

      assertThat(pair.a().health().lastDataSync().time()).isEqualTo(START);
    }

    @Test
    void its_time_can_be_that_of_a_failure() {
      SimulatedPair pair = assuming(AssumedBehaviour.TELLS_TIME_OF_FAILURE);
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(10));
      pair.cutLink();

      assertThat(pair.a().health().lastDataSync().time()).isEqualTo(START.plusSeconds(10));
      assertThat(pair.a().health().lastDataSync().status()).isEqualTo("failed");
    }

    @Test
    void its_time_is_that_of_a_wrong_clock() {
      SimulatedPair pair = SimulatedPair.create();
      pair.a().clockSkew(Duration.ofMinutes(3));
      pair.startDataSync();
      pair.advance(Duration.ofSeconds(30));

      assertThat(pair.a().clock()).isEqualTo(START.plusSeconds(210));
      assertThat(pair.a().health().lastDataSync().time()).isEqualTo(pair.a().clock());
    }
  }

  @Nested
  class of_its_health {

    @Test
    void it_can_be_a_minute_old() {
      SimulatedPair cached = assuming(AssumedBehaviour.HEALTH_IS_CACHED);
      SimulatedPair fresh = SimulatedPair.create();
      for (SimulatedPair pair : List.of(cached, fresh)) {
        assertThat(pair.a().checkHealth().failoverRole()).isEqualTo(PRIMARY);
        pair.a().setFailoverRole(BACKUP, false, false);
        pair.advance(Duration.ofSeconds(59));
      }

      assertThat(cached.a().checkHealth().failoverRole()).isEqualTo(PRIMARY);
      assertThat(cached.a().health().failoverRole()).isEqualTo(BACKUP);
      assertThat(fresh.a().checkHealth().failoverRole()).isEqualTo(BACKUP);
      cached.advance(Duration.ofSeconds(1));
      assertThat(cached.a().checkHealth().failoverRole()).isEqualTo(BACKUP);
    }

    @Test
    void it_speaks_of_itself_alone_or_of_the_pair() {
      SimulatedPair silent = SimulatedPair.create();
      SimulatedPair talking = assuming(AssumedBehaviour.HEALTH_OF_THE_PAIR);
      silent.cutLink();
      talking.cutLink();

      assertThat(silent.b().health().success()).isTrue();
      assertThat(talking.a().health().success()).isTrue();
      assertThat(talking.b().health().success()).isFalse();
      assertThat(talking.b().health().errorMessages())
          .containsExactly(
              "The primary site instance cannot be reached; automatic failover is disabled.");
    }

    @Test
    void it_knows_of_shared_ips_versions_test_ips_and_conflicts() {
      SimulatedPair pair = assuming(AssumedBehaviour.HEALTH_OF_THE_PAIR);
      pair.a().disableSharedIp();
      pair.b().networkPage().remove("12.12.1.52");
      pair.b().upgrade(NEWER);
      pair.b()
          .failoverPage()
          .save(
              BackupSettings.builder()
                  .backupOperations(true)
                  .sharedIps("12.12.1.52")
                  .networkConnectivityTestIps("12.12.1.1")
                  .build());
      pair.changeLink(new SimulatedLink("b-12.12.1.1"), LinkState.CUT);

      assertThat(pair.a().health().errorMessages())
          .containsExactly(
              "The shared IP 12.12.1.52 is not enabled on the primary site instance.",
              "The product versions of the two site instances do not match.");
      assertThat(pair.b().health().errorMessages())
          .containsExactly(
              "The shared IP 12.12.1.52 is not configured on this appliance.",
              "The product versions of the two site instances do not match.",
              "No network connectivity test IP can be reached.");

      pair.b().failoverPage().save(BackupSettings.builder().build());
      assertThat(pair.b().health().errorMessages()).contains("Backup operations are disabled.");
      pair.cutLink();
      pair.b().setFailoverRole(PRIMARY, false, false);
      pair.restoreLink();
      assertThat(pair.a().health().errorMessages())
          .contains("There is a conflict between the two site instances.");
    }

    @Test
    void an_unknown_shared_ip_does_not_come_with_the_role() {
      SimulatedPair pair = SimulatedPair.create();
      pair.b().networkPage().remove("12.12.1.52");
      pair.a().setFailoverRole(BACKUP, false, false);
      pair.advance(Duration.ofMinutes(1));
      assertThat(pair.b().networkPage().enabledIps()).isEmpty();

      pair.b().networkPage().add("12.12.1.52");
      assertThat(pair.b().networkPage().knownIps()).hasSize(1);
      assertThat(pair.b().networkPage().enabledIps()).isEmpty();
      pair.b().networkPage().enable("12.12.1.52");

      assertThat(pair.siteHolder()).contains(pair.b());
      pair.b().networkPage().disable("12.12.1.52");
      assertThat(pair.siteHolder()).isEmpty();
    }
  }

  @Nested
  class of_its_version {

    @Test
    void a_mismatch_prevents_syncs_and_swaps_or_nothing() {
      SimulatedPair strict = SimulatedPair.create();
      SimulatedPair lax = assuming(AssumedBehaviour.MISMATCH_NOTED);
      strict.b().upgrade(NEWER);
      lax.b().upgrade(NEWER);

      assertThat(strict.startDataSync().isAccepted()).isFalse();
      assertThat(strict.a().setFailoverRole(BACKUP, false, true).isAccepted()).isFalse();
      assertThat(lax.a().setFailoverRole(BACKUP, true, false).isAccepted()).isTrue();
      assertThat(strict.b().version().product()).isEqualTo("19.1.9");
      assertThat(lax.history()).contains("have different versions");
    }

    @Test
    void a_mismatch_does_not_stop_a_takeover() {
      SimulatedPair pair = SimulatedPair.create();
      pair.b().upgrade(NEWER);
      pair.a().powerOff();

      assertThat(pair.b().setFailoverRole(PRIMARY, false, false).isAccepted()).isTrue();
    }
  }

  @Nested
  class by_its_tokens {

    @Test
    void they_survive_a_change_of_the_role_or_not() {
      SimulatedPair surviving = SimulatedPair.create();
      SimulatedPair ending = assuming(AssumedBehaviour.TOKENS_END_WITH_ROLE);
      String one = token(surviving);
      String other = token(ending);
      surviving.a().setFailoverRole(BACKUP, false, false);
      ending.a().setFailoverRole(BACKUP, false, false);

      assertThat(surviving.a().isTokenValid(one)).isTrue();
      assertThat(ending.a().isTokenValid(other)).isFalse();
    }

    @Test
    void they_can_survive_a_restart() {
      SimulatedPair pair = assuming(AssumedBehaviour.TOKENS_SURVIVE_RESTART);
      String token = token(pair);

      pair.a().powerOff();
      pair.a().powerOn();

      assertThat(pair.a().isTokenValid(token)).isTrue();
    }
  }

  @Nested
  class of_all_appliances {

    @Test
    void both_of_a_pair_are_listed() {
      SimulatedPair pair = SimulatedPair.create();

      assertThat(pair.b().listAppliances())
          .extracting(ListedAppliance::id, ListedAppliance::failoverRole)
          .containsExactly(tuple(pair.b().id(), BACKUP), tuple(pair.a().id(), PRIMARY));
      assertThat(pair.a().listAppliances())
          .allMatch(it -> it.clusterRole() == AtlasRole.SINGLE && it.acceptingConnections());
    }

    @Test
    void a_peer_out_of_reach_is_listed_in_three_ways() {
      SimulatedPair last = SimulatedPair.create();
      SimulatedPair none = assuming(AssumedBehaviour.LISTED_WITHOUT_ROLE);
      SimulatedPair missing = assuming(AssumedBehaviour.NOT_LISTED);
      for (SimulatedPair pair : List.of(last, none, missing)) {
        pair.cutLink();
        pair.b().setFailoverRole(PRIMARY, false, false);
      }

      assertThat(last.a().listAppliances().get(1).failoverRole()).isEqualTo(BACKUP);
      assertThat(none.a().listAppliances().get(1).failoverRole()).isEqualTo(NONE);
      assertThat(missing.a().listAppliances()).hasSize(1);
    }

    @Test
    void a_traffic_node_is_listed_with_the_pair() {
      SimulatedPair pair = SimulatedPair.builder().trafficNode(true).build();

      List<ListedAppliance> listed = pair.a().listAppliances();

      assertThat(listed)
          .extracting(ListedAppliance::clusterRole)
          .containsExactly(AtlasRole.PRIMARY, AtlasRole.PRIMARY, AtlasRole.TRAFFIC);
      assertThat(listed)
          .extracting(ListedAppliance::failoverRole)
          .containsExactly(PRIMARY, BACKUP, NONE);
      assertThat(listed)
          .extracting(ListedAppliance::acceptingConnections)
          .containsExactly(true, false, true);
    }
  }

  @Nested
  class links {

    @Test
    void each_is_up_until_it_is_changed() {
      SimulatedPair pair = SimulatedPair.create();
      assertThat(pair.linkState(SimulatedLink.CLIENT_TO_A)).isEqualTo(LinkState.UP);

      pair.changeLink(SimulatedLink.CLIENT_TO_A, LinkState.STALLED);

      assertThat(pair.linkState(SimulatedLink.CLIENT_TO_A)).isEqualTo(LinkState.STALLED);
      assertThat(pair.linkState(SimulatedLink.CLIENT_TO_B)).isEqualTo(LinkState.UP);
      assertThat(pair.history()).contains("link client-a is stalled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "c-d", "a-nowhere", "client"})
    void another_name_is_refused(String name) {
      assertThatThrownBy(() -> new SimulatedLink(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void faults_and_kinds_that_make_no_sense_are_refused() {
    SimulatedPair pair = SimulatedPair.create();

    assertThatThrownBy(() -> pair.suffers(PairFault.SYNC_FAILS, 0)).hasMessageContaining("times");
    assertThatThrownBy(() -> pair.suffersNowAndThen(PairFault.SYNC_FAILS, 1.1))
        .hasMessageContaining("probability");
    assertThatThrownBy(() -> pair.a().change("wishes")).hasMessageContaining("wishes");
    assertThatThrownBy(() -> pair.a().data().of("wishes")).hasMessageContaining("wishes");
    assertThatThrownBy(() -> SimulatedPair.single().a().mirrorByHand("certificates"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SimulatedPair.builder().dataBytes(-1).build())
        .hasMessageContaining("dataBytes");
  }

  @Test
  void a_swap_can_stop_half_way() {
    SimulatedPair pair = SimulatedPair.create();
    pair.suffers(PairFault.SWAP_STOPS_HALF_WAY);
    pair.a().setFailoverRole(BACKUP, false, false);

    pair.advance(Duration.ofMinutes(5));

    assertThat(pair.a().failoverRole()).isEqualTo(BACKUP);
    assertThat(pair.b().failoverRole()).isEqualTo(BACKUP);
    assertThat(pair.isBusy()).isFalse();
  }
}
