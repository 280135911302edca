// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main flows of the client, under variants of what no source settles about appliances in which
 * every two assumptions meet. What each assumption by itself means to the client is shown in the
 * package {@code assumption}.
 */
@Timeout(120)
class PlausibleVariantsTest {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private static final Duration POLL = Duration.ofSeconds(10);

  static List<Assumptions> variants() {
    return SimulatedPair.plausible();
  }

  private static SimulatedPair simulated(Assumptions assumptions) {
    return SimulatedPair.builder().assumptions(assumptions).build();
  }

  private static PairClient clientOf(SimulatedPairServer server) {
    SimulatedPair simulated = server.pair();
    SimulatedAccount account = simulated.account();
    return PairClient.builder(
            ApplianceClient.builder()
                .account(ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
                .trustedCertificates(server.caCertificate()))
        .primary(server.a())
        .backup(server.b())
        .site(server.site())
        .pollInterval(POLL)
        .waiter(simulated::advance)
        .build();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_switchover_with_a_data_sync_is_asked_for_once_and_seen(Assumptions variant) {
    SimulatedPair simulated = simulated(variant);
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(server)) {
      PairSnapshot before = pair.observe();
      RoleChangeRequest request = RoleChangeRequest.becomeBackup(simulated.a().id());

      RoleChange change = pair.primary().setFailoverRole(request.withDataSyncFirst());
      Awaited end = pair.awaitRoles(change.request(), LONG_ENOUGH, look -> {});

      assertThat(before.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
      assertThat(before.site().answeredBy()).contains(simulated.a().id());
      assertThat(change).isInstanceOf(RoleChange.AwaitsSync.class);
      assertThat(end).isInstanceOf(Awaited.Reached.class);
      assertThat(simulated.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
      assertThat(simulated.b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
      assertThat(simulated.a().roleChangesReceived()).isEqualTo(1);
      assertThat(simulated.b().roleChangesReceived()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_backup_that_is_asked_is_believed_only_if_both_took_their_roles(Assumptions variant) {
    SimulatedPair simulated = simulated(variant);
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(server)) {
      RoleChangeRequest request = RoleChangeRequest.becomePrimary(simulated.b().id());

      RoleChange change = pair.backup().setFailoverRole(request);
      // The wait is measured on the clock of this machine: a swap that never comes is not awaited.
      boolean follows = variant.include(AssumedBehaviour.PEER_FOLLOWS);
      Duration longest = follows ? LONG_ENOUGH : Duration.ofNanos(1);
      Awaited end = pair.awaitRoles(request, longest, look -> {});

      boolean swapped = simulated.a().failoverRole() == FailoverRole.BACKUP;
      assertThat(change).isInstanceOf(RoleChange.Confirmed.class);
      assertThat(simulated.b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
      assertThat(swapped).isEqualTo(follows);
      assertThat(end instanceof Awaited.Reached).isEqualTo(swapped);
      assertThat(simulated.b().roleChangesReceived()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_role_that_is_held_already_is_not_asked_for(Assumptions variant) {
    SimulatedPair simulated = simulated(variant);
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(server)) {

      RoleChange change =
          pair.backup().setFailoverRole(RoleChangeRequest.becomeBackup(simulated.b().id()));

      assertThat(change).isInstanceOf(RoleChange.NotSent.class);
      assertThat(simulated.b().roleChangesReceived()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_backup_file_is_whole_or_absent(Assumptions variant, @TempDir Path folder) {
    SimulatedPair simulated = simulated(variant);
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(server)) {
      BackupDownload ofPrimary = pair.primary().downloadBackup(folder.resolve("a.nsb"));
      Throwable refusal =
          catchThrowable(() -> pair.backup().downloadBackup(folder.resolve("b.nsb")));

      assertThat(ofPrimary.sha256()).isEqualTo(simulated.a().backup().orElseThrow().sha256());
      if (variant.include(AssumedBehaviour.BACKUP_REFUSES_FILES)) {
        assertThat(refusal).isInstanceOf(ApplianceException.class);
        assertThat(folder.resolve("b.nsb")).doesNotExist();
      } else {
        assertThat(refusal).isNull();
        assertThat(folder.resolve("b.nsb")).hasSize(ofPrimary.sizeBytes());
      }
    }
  }
}
