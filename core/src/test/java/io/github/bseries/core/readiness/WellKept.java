// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.Platform;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.SiteObservation;
import io.github.bseries.core.pair.SwingDuty;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A made-up pair with which nothing is wrong: each test takes it and changes what it is about. */
public final class WellKept {

  /** The moment at which it is judged. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The id of the normal primary. */
  public static final ApplianceId ONE = new ApplianceId("1".repeat(32));

  /** The id of the normal backup. */
  public static final ApplianceId OTHER = new ApplianceId("2".repeat(32));

  static final String SHARED_IP = "12.12.1.52";

  private WellKept() {}

  /** Returns everything that is known of it. */
  public static PairFacts facts() {
    return PairFacts.at(NOW)
        .pair(pair())
        .snapshot(snapshot())
        .certificates(ShownCertificates.comparison())
        .history(PairHistory.none().after(snapshot()))
        .recoveryKit(ReadyKit.kit())
        .policy(policy())
        .build();
  }

  /** Returns the facts with another pair declared. */
  static PairFacts factsOf(AppliancePair pair) {
    return facts().toBuilder().pair(pair).build();
  }

  /** Returns the facts with something else declared of one side. */
  static PairFacts factsWith(PairSide side, UnaryOperator<DeclaredFacts.Builder> change) {
    AppliancePair pair = pair();
    Appliance appliance = side.of(pair);
    Appliance changed =
        appliance.withDeclared(change.apply(appliance.declared().toBuilder()).build());
    return factsOf(
        side == PairSide.NORMAL_PRIMARY
            ? pair.withNormalPrimary(changed)
            : pair.withNormalBackup(changed));
  }

  /** Returns the facts with something else on the Failover page of one side. */
  static PairFacts factsWith(PairSide side, BackupSettings settings) {
    return factsWith(side, declared -> declared.backupSettings(said(settings)));
  }

  /** Returns the facts with other things seen. */
  static PairFacts factsOf(PairSnapshot snapshot) {
    return facts().toBuilder().snapshot(snapshot).build();
  }

  static AppliancePair pair() {
    return AppliancePair.builder()
        .siteHostName("support.example.com")
        .normalPrimary(appliance("site1.example.com", "12.12.1.50", ONE, primarySettings()))
        .normalBackup(appliance("site2.example.com", "12.12.1.51", OTHER, backupSettings().build()))
        .cutover(SharedIp.at(SHARED_IP))
        .product(Product.REMOTE_SUPPORT)
        .atlasRole(AtlasRole.SINGLE)
        .swingDuty(said(new SwingDuty("the network rota", Duration.ofMinutes(10))))
        .unattendedAutomation(said(false))
        .build();
  }

  private static Appliance appliance(
      String host, String ip, ApplianceId id, BackupSettings settings) {
    return Appliance.at(host, ip + "/24")
        .withId(id)
        .withPlatform(Platform.B400)
        .withDeclared(
            DeclaredFacts.builder()
                .backupSettings(said(settings))
                .interApplianceKey(said(new Fingerprint("ab".repeat(32))))
                .certificates(said(List.of(certificate())))
                .ipConfiguration(said(List.of(IpAddress.parse(ip), IpAddress.parse(SHARED_IP))))
                .apiAccess(said(ApiAccess.full()))
                .smtpAlerts(said(true))
                .httpsFromClients(said(true))
                .directoryTraffic(said(DirectoryTraffic.allowedFrom(ip, SHARED_IP)))
                .build());
  }

  static BackupSettings primarySettings() {
    return BackupSettings.builder().sharedIps(SHARED_IP).build();
  }

  static BackupSettings.Builder backupSettings() {
    return BackupSettings.builder()
        .backupOperations(true)
        .primarySiteInstanceTimeout(Duration.ofMinutes(5))
        .automaticDataSyncInterval(Duration.ofHours(6))
        .automaticFailover(true)
        .networkConnectivityTestIps("12.12.1.1", "192.0.2.1")
        .sharedIps(SHARED_IP);
  }

  static ApplianceCertificate certificate() {
    return new ApplianceCertificate(
        new Fingerprint("cd".repeat(32)),
        "*.example.com",
        "Example CA",
        NOW.plus(Duration.ofDays(200)),
        List.of("*.example.com", "example.com"),
        true,
        true,
        true,
        false);
  }

  static ReadinessPolicy policy() {
    return ReadinessPolicy.builder()
        .syncPolicy(new SyncPolicy(Duration.ofHours(6), null, Duration.ofHours(24), 1))
        .recoveryTime(Duration.ofHours(1))
        .goodSyncStatuses("success")
        .measuredSync(1_000_000_000L, Bandwidth.ofMegabitsPerSecond(100))
        .build();
  }

  static PairSnapshot snapshot() {
    Observation primary = seen(primaryHealth());
    return new PairSnapshot(
        primary, seen(backupHealth()), new SiteObservation("support.example.com", primary));
  }

  static ApplianceHealth primaryHealth() {
    return new ApplianceHealth(
        ONE,
        "site1.example.com",
        version(),
        true,
        List.of(),
        FailoverRole.PRIMARY,
        List.of(SHARED_IP),
        new LastDataSync(NOW.minus(Duration.ofHours(2)), null, "success"));
  }

  static ApplianceHealth backupHealth() {
    return new ApplianceHealth(
        OTHER,
        "site2.example.com",
        version(),
        true,
        List.of(),
        FailoverRole.BACKUP,
        List.of(),
        null);
  }

  static Observation.Seen seen(ApplianceHealth health) {
    return new Observation.Seen(health, NOW.minusSeconds(2), NOW.minusSeconds(2));
  }

  static ApplianceVersion version() {
    return ApplianceVersion.parse("24.1.3 (1234-ab)");
  }

  static <T> Attested<T> said(T value) {
    return new Attested<>(value, "ada", NOW.minus(Duration.ofDays(10)));
  }
}
