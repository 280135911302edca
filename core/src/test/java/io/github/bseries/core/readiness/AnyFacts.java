// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.SHARED_IP;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.StatusPage;
import io.github.bseries.core.backup.VaultKeyCopy;
import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Platform;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.SwingDuty;
import io.github.bseries.core.pair.TrafficCutover;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary facts of arbitrary pairs: good and bad ones, with gaps, of all ages. Half of them are
 * the well-kept pair with one part exchanged, so that rules pass now and then.
 */
final class AnyFacts {

  private static final double GAPS = 0.15;

  private AnyFacts() {}

  /** Returns the facts of pairs. */
  static Arbitrary<PairFacts> all() {
    return Arbitraries.oneOf(anything(), nearlyWellKept()).withoutEdgeCases();
  }

  private static Arbitrary<PairFacts> anything() {
    return Combinators.combine(
            pairs().injectNull(GAPS),
            AnyLook.snapshots().injectNull(GAPS),
            ShownCertificates.any().injectNull(GAPS),
            AnyLook.histories().injectNull(GAPS),
            kits().injectNull(GAPS),
            policies())
        .as(
            (pair, snapshot, certificates, history, kit, policy) ->
                new PairFacts(pair, snapshot, certificates, Map.of(), history, kit, policy, NOW));
  }

  private static Arbitrary<PairFacts> nearlyWellKept() {
    PairFacts well = WellKept.facts();
    AppliancePair pair = WellKept.pair();
    return Arbitraries.oneOf(
        pairs().map(it -> well.toBuilder().pair(it).build()),
        AnyLook.snapshots().map(it -> well.toBuilder().snapshot(it).build()),
        ShownCertificates.any().map(it -> well.toBuilder().certificates(it).build()),
        AnyLook.histories().map(it -> well.toBuilder().history(it).build()),
        kits().map(it -> well.toBuilder().recoveryKit(it).build()),
        policies().map(it -> well.toBuilder().policy(it).build()),
        cutovers().map(Changed::cutover),
        said(Arbitraries.of(true, false))
            .map(it -> WellKept.factsOf(pair.toBuilder().unattendedAutomation(it).build())),
        appliances(WellKept.ONE).map(it -> WellKept.factsOf(pair.withNormalPrimary(it))),
        appliances(WellKept.OTHER).map(it -> WellKept.factsOf(pair.withNormalBackup(it))),
        settings().map(it -> WellKept.factsWith(PairSide.NORMAL_PRIMARY, it)),
        settings().map(it -> WellKept.factsWith(PairSide.NORMAL_BACKUP, it)));
  }

  private static Arbitrary<AppliancePair> pairs() {
    return Combinators.combine(
            appliances(WellKept.ONE),
            appliances(WellKept.OTHER),
            cutovers(),
            Arbitraries.of(Product.class).injectNull(GAPS),
            Arbitraries.of(AtlasRole.class).injectNull(GAPS),
            said(duties()).injectNull(GAPS),
            said(Arbitraries.of(true, false)).injectNull(GAPS))
        .as(
            (primary, backup, cutover, product, atlasRole, duty, automation) ->
                new AppliancePair(
                    "support.example.com",
                    primary,
                    backup,
                    cutover,
                    product,
                    atlasRole,
                    duty,
                    automation));
  }

  private static Arbitrary<Appliance> appliances(ApplianceId id) {
    return Combinators.combine(
            Arbitraries.just(id).injectNull(GAPS),
            Arbitraries.of("12.12.1.50/24", "12.12.1.51/24", "12.12.2.51/24", "2001:db8::1/64"),
            Arbitraries.of(true, false).injectNull(GAPS),
            Arbitraries.of(true, false).injectNull(GAPS),
            Arbitraries.of(Platform.class).injectNull(GAPS),
            declared())
        .as(
            (known, address, hasIp, hasSubnet, platform, declared) -> {
              Appliance at = Appliance.at("site.example.com", address);
              return new Appliance(
                  "site",
                  known,
                  at.address(),
                  hasIp == null ? null : at.ip(),
                  hasSubnet == null ? null : at.subnet(),
                  platform,
                  declared);
            });
  }

  private static Arbitrary<DeclaredFacts> declared() {
    return Combinators.combine(
            said(settings()).injectNull(GAPS),
            said(Arbitraries.of("ab", "cd").map(it -> new Fingerprint(it.repeat(32))))
                .injectNull(GAPS),
            said(certificates().list().ofMaxSize(2)).injectNull(GAPS),
            said(ips()).injectNull(GAPS),
            said(accesses()).injectNull(GAPS),
            said(Arbitraries.of(true, false)).injectNull(GAPS),
            said(Arbitraries.of(true, false)).injectNull(GAPS),
            said(directories()).injectNull(GAPS))
        .as(DeclaredFacts::new);
  }

  private static Arbitrary<BackupSettings> settings() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            times().injectNull(GAPS),
            times().injectNull(GAPS),
            Arbitraries.of(1000L, 2000L).map(Bandwidth::new).injectNull(0.5),
            Arbitraries.of(true, false),
            ips(),
            ips())
        .as(BackupSettings::new);
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.of(
        Duration.ofNanos(1),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofHours(24),
        Duration.ofHours(36),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
  }

  private static Arbitrary<List<IpAddress>> ips() {
    return Arbitraries.of(
            "12.12.1.50", "12.12.1.51", "12.12.2.51", "12.12.1.52", "192.0.2.1", "2001:db8::1")
        .map(IpAddress::parse)
        .list()
        .uniqueElements()
        .ofMaxSize(6);
  }

  private static Arbitrary<ApiAccess> accesses() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(CommandPermission.class),
            Arbitraries.of(true, false))
        .as(ApiAccess::new);
  }

  private static Arbitrary<DirectoryTraffic> directories() {
    return Arbitraries.oneOf(
        Arbitraries.just(DirectoryTraffic.none()), ips().map(it -> new DirectoryTraffic(true, it)));
  }

  private static Arbitrary<ApplianceCertificate> certificates() {
    return Combinators.combine(
            Arbitraries.of("ab", "cd").map(it -> new Fingerprint(it.repeat(32))).injectNull(GAPS),
            Arbitraries.of("*.example.com", "Example CA", "Let's Encrypt"),
            Arbitraries.of(-1, 0, 30, 200).map(days -> NOW.plus(Duration.ofDays(days))),
            Arbitraries.of(List.<String>of(), List.of("*.example.com")),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (fingerprint, issuer, expiration, names, key, chain, shown, factory) ->
                new ApplianceCertificate(
                    fingerprint,
                    "*.example.com",
                    issuer,
                    expiration,
                    names,
                    key,
                    chain,
                    shown,
                    factory));
  }

  private static Arbitrary<TrafficCutover> cutovers() {
    return Arbitraries.of(
        SharedIp.at(SHARED_IP),
        SharedIp.at("12.12.1.51"),
        new NatSwing(null),
        new NatSwing(IpAddress.parse("192.0.2.1")),
        Changed.dnsSwing(Duration.ZERO),
        Changed.dnsSwing(Duration.ofMinutes(5)),
        Changed.dnsSwing(Duration.ofSeconds(Integer.MAX_VALUE)));
  }

  private static Arbitrary<SwingDuty> duties() {
    return times().injectNull(GAPS).map(takes -> new SwingDuty("ada", takes));
  }

  private static Arbitrary<RecoveryKit> kits() {
    return Combinators.combine(
            said(sideNotes()),
            said(
                Arbitraries.of(
                    KitPart.<VaultKeyCopy>lacking(),
                    KitPart.<VaultKeyCopy>nothingToKeep("no Vault"),
                    KitPart.ready(new VaultKeyCopy(NOW, null, null)))),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (page, vaultKey, hasPage, hasKey) -> {
              RecoveryKit.Builder kit = ReadyKit.kit().toBuilder();
              if (hasPage) {
                kit.normalBackup(ApplianceKit.none().withStatusPage(page));
              }
              return hasKey ? kit.vaultKey(vaultKey).build() : RecoveryKit.none();
            });
  }

  private static Arbitrary<StatusPage> sideNotes() {
    return Arbitraries.of("1234").injectNull(0.5).map(it -> new StatusPage(it, null, null));
  }

  private static Arbitrary<ReadinessPolicy> policies() {
    return Combinators.combine(
            times().injectNull(GAPS),
            times().injectNull(GAPS),
            Arbitraries.of(true, false),
            times())
        .as(
            (recoveryTime, interval, measured, oldest) -> {
              ReadinessPolicy.Builder policy = ReadinessPolicy.builder();
              if (recoveryTime != null) {
                policy.recoveryTime(recoveryTime);
              }
              if (interval != null) {
                policy.syncPolicy(new SyncPolicy(interval, null, interval, 1));
              }
              if (measured) {
                policy
                    .measuredSync(1_000_000_000L, new Bandwidth(1_000_000))
                    .goodSyncStatuses("ok");
              } else {
                policy.oldestAttestation(oldest);
              }
              return policy.build();
            });
  }

  private static <T> Arbitrary<Attested<T>> said(Arbitrary<T> values) {
    Arbitrary<Instant> moments =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(NOW.minus(Duration.ofDays(10)))),
            Tuple.of(1, Arbitraries.of(NOW, NOW.plusSeconds(1), Instant.MIN, Instant.MAX)),
            Tuple.of(1, Arbitraries.of(90, 91).map(days -> NOW.minus(Duration.ofDays(days)))));
    return Combinators.combine(values, moments).as((value, at) -> new Attested<>(value, "ada", at));
  }
}
