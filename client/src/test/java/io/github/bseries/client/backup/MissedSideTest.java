// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A side that gave no backup: what it said, and what is to be done. */
@SimulatedPairTest
class MissedSideTest {

  private static final ApplianceFault NO_PERMISSION =
      new ApplianceFault.Answers(
          200, Map.of("Content-Type", "text/xml"), "<error>No permission.</error>");

  @TempDir private Path parent;
  private SimulatedPair simulated;
  private PairClient pair;
  private Path folder;

  @BeforeEach
  void connect(SimulatedPair simulated, PairAddresses addresses, SimulatedAccount account) {
    this.simulated = simulated;
    this.folder = parent.resolve("archive");
    this.pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(
                        ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
                    .trustedCertificates(addresses.caCertificate()))
            .primary(addresses.a())
            .backup(addresses.b())
            .build();
  }

  @AfterEach
  void close() {
    pair.close();
  }

  @Test
  void a_403_that_names_no_permission_may_be_about_the_role_of_a_backup() {
    simulated
        .b()
        .misbehaves(
            CallKind.BACKUP,
            new ApplianceFault.Answers(
                403,
                Map.of("Content-Type", "application/json"),
                "{\"message\":\"This site instance is not active.\"}"));

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isTrue();
    assertThat(tonight.stored()).hasSize(1);
    assertThat(tonight.normalBackup().summary()).contains("maybe for its role of backup");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403})
  void a_missing_permission_is_a_failure_whatever_the_role_and_has_its_remedy(int status) {
    String words = "The API account does not have permission to use the Backup API.";
    simulated
        .b()
        .misbehaves(
            CallKind.BACKUP,
            status == 200
                ? new ApplianceFault.Answers(
                    200, Map.of("Content-Type", "text/xml"), "<error>" + words + "</error>")
                : new ApplianceFault.Answers(
                    403,
                    Map.of("Content-Type", "application/json"),
                    "{\"message\":\"" + words + "\"}"));

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isFalse();
    assertThat(tonight.stored()).hasSize(1);
    assertThat(tonight.normalBackup().summary())
        .startsWith("normal backup: no backup: backup at ")
        .contains(words);
    assertThat(tonight.normalBackup().<String>fold(stored -> "", SideBackup.Missed::remedy))
        .isEqualTo(
            "Allow access to the Backup API for the account on the page Management > API"
                + " Configuration of /login. If it is set, look whether its Network Address Allow"
                + " List has the address of this machine.");
  }

  private List<BackupFinding> review(PairBackup asked, Instant moment) {
    return BackupReview.review(
        BackupArchive.open(folder).catalogue(),
        asked,
        BackupPromise.ofAge(Duration.ofHours(26)),
        moment);
  }

  @Test
  void a_side_without_health_is_known_by_what_is_kept_of_its_host_and_is_too_old_some_day() {
    BackupArchive archive = BackupArchive.open(folder);
    StoreRequest request = new StoreRequest("nightly", null);
    PairBackup first = archive.storeBoth(pair, request);
    simulated.b().misbehaves(CallKind.CHECK_HEALTH, NO_PERMISSION);

    PairBackup second = archive.storeBoth(pair, request);

    Instant later = first.stored().get(1).manifest().startedAt().plus(Duration.ofHours(27));
    assertThat(second.stored()).hasSize(1);
    assertThat(second.normalBackup().<ApplianceId>fold(it -> null, it -> it.appliance())).isNull();
    assertThat(review(first, Instant.now())).isEmpty();
    assertThat(review(second, later))
        .extracting(BackupFinding::kind, BackupFinding::appliance)
        .contains(tuple(BackupFinding.Kind.TOO_OLD, simulated.b().id()));
  }

  @Test
  void a_side_without_health_of_which_nothing_is_kept_is_unknown_and_no_silence() {
    simulated.b().misbehaves(CallKind.CHECK_HEALTH, NO_PERMISSION);

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.stored()).hasSize(1);
    assertThat(review(tonight, Instant.now()))
        .singleElement()
        .matches(it -> it.kind() == BackupFinding.Kind.SIDE_IS_MISSING && it.appliance() == null)
        .asString()
        .contains("it is not known which appliance is the normal backup");
  }
}
