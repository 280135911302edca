// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Platform;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.Subnet;
import io.github.bseries.core.pair.SwingDuty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways to take one fact away from all that is known of a pair. */
final class Removals {

  /** Whatever was seen of the certificates. */
  static final String SHOWN = "shown certificates";

  private Removals() {}

  /** Returns a way for each fact that can be missing, by name. */
  static Map<String, UnaryOperator<PairFacts>> all() {
    Map<String, UnaryOperator<PairFacts>> all = new LinkedHashMap<>();
    all.put("pair", facts -> facts.toBuilder().pair(null).build());
    all.put("history", facts -> facts.toBuilder().history(null).build());
    all.put(SHOWN, facts -> facts.toBuilder().certificates(null).build());
    all.put("recovery kit", facts -> facts.toBuilder().recoveryKit(null).build());
    for (PairSide side : PairSide.values()) {
      all.put(side + " timeout", settings(side, Removals::withoutTimeout));
      all.put(side + " interval", settings(side, Removals::withoutInterval));
      all.put(side + " id", id(side));
      all.put(side + " ip", ip(side));
      all.put(side + " subnet", subnet(side));
      all.put(side + " platform", platform(side));
    }
    all.putAll(looks());
    all.putAll(attestations());
    all.putAll(ofPairAndPolicy());
    return all;
  }

  /** Returns a way for everything that was seen, by name. */
  static Map<String, UnaryOperator<PairFacts>> looks() {
    Map<String, UnaryOperator<PairFacts>> all = new LinkedHashMap<>();
    all.put("snapshot", facts -> facts.toBuilder().snapshot(null).build());
    all.put("site", SeenRemovals::withoutSite);
    for (PairSide side : PairSide.values()) {
      SeenRemovals.of(side).forEach((name, way) -> all.put(side + " " + name, way));
    }
    return all;
  }

  /** Returns a way for everything that is attested of a pair and of its sides, by name. */
  static Map<String, UnaryOperator<PairFacts>> attestations() {
    Map<String, UnaryOperator<PairFacts>> all = new LinkedHashMap<>();
    for (PairSide side : PairSide.values()) {
      for (SideFact fact : SideFact.values()) {
        all.put(side + " " + fact, attested(side, fact));
      }
    }
    all.put("swing duty", swingDuty());
    all.put("unattended automation", automation());
    return all;
  }

  private static Map<String, UnaryOperator<PairFacts>> ofPairAndPolicy() {
    Map<String, UnaryOperator<PairFacts>> all = new LinkedHashMap<>();
    all.put("product", pair(it -> with(it, null, it.atlasRole(), it.swingDuty())));
    all.put("atlas role", pair(it -> with(it, it.product(), null, it.swingDuty())));
    all.put("recovery time", recoveryTime());
    all.put("other promises", Removals::withoutPromises);
    return all;
  }

  /** Takes away what was attested of one side. */
  static UnaryOperator<PairFacts> attested(PairSide side, SideFact gone) {
    return appliance(side, it -> it.withDeclared(without(it.declared(), gone)));
  }

  /** Takes away the id of one side. */
  static UnaryOperator<PairFacts> id(PairSide side) {
    return appliance(side, it -> with(it, null, it.ip(), it.subnet(), it.platform()));
  }

  /** Takes away the own IP address of one side. */
  static UnaryOperator<PairFacts> ip(PairSide side) {
    return appliance(side, it -> with(it, it.id(), null, it.subnet(), it.platform()));
  }

  /** Takes away the subnet of one side. */
  static UnaryOperator<PairFacts> subnet(PairSide side) {
    return appliance(side, it -> with(it, it.id(), it.ip(), null, it.platform()));
  }

  /** Takes away the platform of one side. */
  static UnaryOperator<PairFacts> platform(PairSide side) {
    return appliance(side, it -> with(it, it.id(), it.ip(), it.subnet(), null));
  }

  /** Takes away whose duty the swing is. */
  static UnaryOperator<PairFacts> swingDuty() {
    return pair(it -> with(it, it.product(), it.atlasRole(), null));
  }

  /** Takes away whether programs change roles. */
  static UnaryOperator<PairFacts> automation() {
    return pair(
        it ->
            new AppliancePair(
                it.siteHostName(),
                it.normalPrimary(),
                it.normalBackup(),
                it.cutover(),
                it.product(),
                it.atlasRole(),
                it.swingDuty(),
                null));
  }

  /** Takes away the promised recovery time. */
  static UnaryOperator<PairFacts> recoveryTime() {
    return facts -> {
      ReadinessPolicy it = facts.policy();
      return facts.toBuilder()
          .policy(
              new ReadinessPolicy(
                  it.syncPolicy(),
                  null,
                  it.goodSyncStatuses(),
                  it.dataBytesPerSync(),
                  it.line(),
                  it.oldestLook(),
                  it.oldestAttestation(),
                  it.shortestCertificateLife(),
                  it.oldestBackup(),
                  it.clockTolerance()))
          .build();
    };
  }

  private static PairFacts withoutPromises(PairFacts facts) {
    ReadinessPolicy it = facts.policy();
    return facts.toBuilder()
        .policy(
            new ReadinessPolicy(
                null,
                it.recoveryTime(),
                Set.of(),
                null,
                null,
                it.oldestLook(),
                it.oldestAttestation(),
                it.shortestCertificateLife(),
                it.oldestBackup(),
                it.clockTolerance()))
        .build();
  }

  /** Changes the Failover page of one side, if it was declared. */
  static UnaryOperator<PairFacts> settings(PairSide side, UnaryOperator<BackupSettings> change) {
    return appliance(
        side,
        it -> {
          Attested<BackupSettings> settings = it.declared().backupSettings();
          return settings == null
              ? it
              : it.withDeclared(
                  it.declared().toBuilder().backupSettings(settings.map(change)).build());
        });
  }

  private static BackupSettings withoutTimeout(BackupSettings it) {
    return new BackupSettings(
        it.backupOperations(),
        null,
        it.automaticDataSyncInterval(),
        it.dataSyncBandwidthLimit(),
        it.automaticFailover(),
        it.networkConnectivityTestIps(),
        it.sharedIps());
  }

  private static BackupSettings withoutInterval(BackupSettings it) {
    return new BackupSettings(
        it.backupOperations(),
        it.primarySiteInstanceTimeout(),
        null,
        it.dataSyncBandwidthLimit(),
        it.automaticFailover(),
        it.networkConnectivityTestIps(),
        it.sharedIps());
  }

  private static UnaryOperator<PairFacts> pair(UnaryOperator<AppliancePair> change) {
    return facts -> {
      AppliancePair pair = facts.pair();
      return pair == null ? facts : facts.toBuilder().pair(change.apply(pair)).build();
    };
  }

  /** Changes one appliance of a pair, if the pair was declared. */
  static UnaryOperator<PairFacts> appliance(PairSide side, UnaryOperator<Appliance> change) {
    return pair(
        pair ->
            side == PairSide.NORMAL_PRIMARY
                ? pair.withNormalPrimary(change.apply(pair.normalPrimary()))
                : pair.withNormalBackup(change.apply(pair.normalBackup())));
  }

  private static AppliancePair with(
      AppliancePair pair,
      @Nullable Product product,
      @Nullable AtlasRole atlasRole,
      @Nullable Attested<SwingDuty> swingDuty) {
    return new AppliancePair(
        pair.siteHostName(),
        pair.normalPrimary(),
        pair.normalBackup(),
        pair.cutover(),
        product,
        atlasRole,
        swingDuty,
        pair.unattendedAutomation());
  }

  private static Appliance with(
      Appliance it,
      @Nullable ApplianceId id,
      @Nullable IpAddress ip,
      @Nullable Subnet subnet,
      @Nullable Platform platform) {
    return new Appliance(it.name(), id, it.address(), ip, subnet, platform, it.declared());
  }

  private static DeclaredFacts without(DeclaredFacts it, SideFact gone) {
    return new DeclaredFacts(
        gone == SideFact.BACKUP_SETTINGS ? null : it.backupSettings(),
        gone == SideFact.INTER_APPLIANCE_KEY ? null : it.interApplianceKey(),
        gone == SideFact.CERTIFICATES ? null : it.certificates(),
        gone == SideFact.IP_CONFIGURATION ? null : it.ipConfiguration(),
        gone == SideFact.API_ACCESS ? null : it.apiAccess(),
        gone == SideFact.SMTP_ALERTS ? null : it.smtpAlerts(),
        gone == SideFact.HTTPS_FROM_CLIENTS ? null : it.httpsFromClients(),
        gone == SideFact.DIRECTORY_TRAFFIC ? null : it.directoryTraffic());
  }
}
