// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client and a simulated pair over real TLS; the pair's time passes only while the client
 * waits.
 */
@SimulatedPairTest
class SimulatedPairSwitchoverTest {

  private SimulatedPair simulated;
  private PairClient pair;

  @BeforeEach
  void connect(SimulatedPair simulated, PairAddresses addresses, SimulatedAccount account) {
    this.simulated = simulated;
    this.pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(
                        ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
                    .trustedCertificates(addresses.caCertificate()))
            .primary(addresses.a())
            .backup(addresses.b())
            .site(addresses.site())
            .pollInterval(Duration.ofSeconds(1))
            .waiter(simulated::advance)
            .build();
  }

  @AfterEach
  void close() {
    pair.close();
  }

  private RoleChangeRequest primaryBecomesBackup() {
    return RoleChangeRequest.becomeBackup(simulated.a().id());
  }

  @Test
  void a_normal_pair_is_seen_as_one() {
    PairSnapshot look = pair.observe();

    assertThat(look.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
    assertThat(look.primary().health()).contains(simulated.a().health());
    assertThat(look.backup().health()).contains(simulated.b().health());
    assertThat(look.site().answeredBy()).contains(simulated.a().id());
  }

  @Test
  void the_clock_of_the_appliance_is_its_own() {
    simulated.advance(Duration.ofDays(40));

    Observation.Seen seen = (Observation.Seen) pair.primary().observe();

    assertThat(seen.applianceClock()).isEqualTo(simulated.time().instant().truncatedTo(SECONDS));
    assertThat(seen.at()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void a_switchover_with_a_sync_keeps_the_roles_until_the_sync_is_done() {
    RoleChange change = pair.primary().setFailoverRole(primaryBecomesBackup().withDataSyncFirst());
    List<RoleLayout> layouts = new ArrayList<>();
    List<Boolean> served = new ArrayList<>();

    Awaited end =
        pair.awaitRoles(
            change.request(),
            Duration.ofMinutes(5),
            look -> {
              layouts.add(look.layout());
              served.add(look.site().answeredBy().isPresent());
            });

    assertThat(change).isInstanceOf(RoleChange.AwaitsSync.class);
    assertThat(end).isInstanceOf(Awaited.Reached.class);
    assertThat(layouts.subList(0, 29)).containsOnly(RoleLayout.ONE_PRIMARY);
    assertThat(layouts).contains(RoleLayout.BOTH_BACKUP);
    assertThat(served).contains(false).last().isEqualTo(true);
    assertThat(end.last().site().answeredBy()).contains(simulated.b().id());
    assertThat(end.last().currentPrimary()).contains(simulated.b().health());
    assertThat(simulated.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void without_a_sync_the_roles_swap_at_once() {
    RoleChange change = pair.primary().setFailoverRole(primaryBecomesBackup());

    Awaited end = pair.awaitRoles(change.request(), Duration.ofMinutes(1), look -> {});

    assertThat(change).isEqualTo(new RoleChange.Confirmed(primaryBecomesBackup()));
    assertThat(end).isInstanceOf(Awaited.Reached.class);
  }

  @Test
  void a_second_request_during_the_sync_is_not_sent_and_would_be_refused() {
    pair.primary().setFailoverRole(primaryBecomesBackup().withDataSyncFirst());

    RoleChange second = pair.primary().setFailoverRole(primaryBecomesBackup());
    pair.primary().dismissPendingRoleChange();
    RoleChange third = pair.primary().setFailoverRole(primaryBecomesBackup());

    assertThat(second).isInstanceOf(RoleChange.NotSent.class);
    assertThat(third).isInstanceOf(RoleChange.Refused.class);
    assertThat(simulated.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_request_at_the_address_of_the_other_appliance_is_not_sent() {
    RoleChange change = pair.backup().setFailoverRole(primaryBecomesBackup());

    assertThat(change).isInstanceOf(RoleChange.NotSent.class);
    assertThat(simulated.a().roleChangesReceived()).isZero();
    assertThat(simulated.b().roleChangesReceived()).isZero();
  }

  @Test
  void a_change_whose_answer_is_lost_is_unconfirmed_and_seen_by_looking() {
    simulated.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new ApplianceFault.LosesAnswer());

    RoleChange change = pair.primary().setFailoverRole(primaryBecomesBackup());
    Awaited end = pair.awaitRoles(change.request(), Duration.ofMinutes(1), look -> {});

    assertThat(change).isInstanceOf(RoleChange.Unconfirmed.class);
    assertThat(end).isInstanceOf(Awaited.Reached.class);
    assertThat(simulated.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void a_wait_that_sees_nothing_happen_ends_undecided() {
    Awaited end = pair.awaitRoles(primaryBecomesBackup(), Duration.ofNanos(1), look -> {});

    assertThat(end)
        .isInstanceOfSatisfying(
            Awaited.Undecided.class,
            undecided -> assertThat(undecided.reason()).contains("is not backup yet"));
  }

  @Test
  void a_wait_ends_when_its_thread_is_interrupted() {
    Thread.currentThread().interrupt();

    Awaited end = pair.awaitRoles(primaryBecomesBackup(), Duration.ofMinutes(1), look -> {});

    boolean stillInterrupted = Thread.interrupted();
    assertThat(stillInterrupted).isTrue();
    assertThat(end).isInstanceOf(Awaited.Undecided.class);
  }

  @Test
  void an_appliance_without_power_is_silent_and_the_site_follows_the_other() {
    simulated.a().powerOff();
    pair.backup().setFailoverRole(RoleChangeRequest.becomePrimary(simulated.b().id()));
    simulated.advance(Duration.ofMinutes(1));

    PairSnapshot look = pair.observe();

    assertThat(look.primary()).isInstanceOf(Observation.Silent.class);
    assertThat(look.layout()).isEqualTo(RoleLayout.PARTLY_SEEN);
    assertThat(look.site().answeredBy()).contains(simulated.b().id());
  }

  @Test
  void a_token_lives_for_an_hour_and_is_renewed_for_a_read() {
    pair.primary().checkHealth();
    simulated.advance(Duration.ofHours(2));

    pair.primary().checkHealth();

    assertThat(tokensGivenOut()).isEqualTo(2);
  }

  @Test
  void a_backup_is_the_one_that_the_appliance_made(@TempDir Path folder) {
    BackupDownload backup = pair.primary().downloadBackup(folder.resolve("site.nsb"));

    assertThat(backup.sha256()).isEqualTo(simulated.a().backup().orElseThrow().sha256());
    assertThat(backup.file()).hasSize(backup.sizeBytes());
    assertThat(backup.applianceClock()).isEqualTo(simulated.time().instant().truncatedTo(SECONDS));
  }

  @Test
  void a_backup_that_is_cut_below_TLS_leaves_nothing(@TempDir Path folder) {
    simulated.a().misbehaves(CallKind.BACKUP, new ApplianceFault.CutsAnswer(600_000));

    assertThatThrownBy(() -> pair.primary().downloadBackup(folder.resolve("site.nsb")))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_probe_follows_the_health() {
    Probe well = pair.primary().probe();
    simulated.a().ails("The disk is full");
    Probe ailing = pair.primary().probe();
    simulated.a().powerOff();
    Probe silent = pair.primary().probe();

    assertThat(well).isInstanceOf(Probe.Answers.class);
    assertThat(ailing).isInstanceOf(Probe.Ails.class);
    assertThat(silent).isInstanceOf(Probe.Unknown.class);
  }

  @Test
  void a_storm_of_503_makes_nobody_ask_twice() {
    simulated
        .a()
        .misbehaves(
            CallKind.SET_FAILOVER_ROLE,
            new ApplianceFault.Answers(503, Map.of("Retry-After", "0"), ""));

    RoleChange change = pair.primary().setFailoverRole(primaryBecomesBackup());

    assertThat(change).isInstanceOf(RoleChange.Unconfirmed.class);
    assertThat(simulated.a().roleChangesReceived()).isEqualTo(1);
  }

  private long tokensGivenOut() {
    return simulated.a().recordedCalls().stream()
        .filter(call -> call.kind() == CallKind.TOKEN)
        .count();
  }
}
