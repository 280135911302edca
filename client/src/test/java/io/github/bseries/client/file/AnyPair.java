// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.Platform;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.Subnet;
import io.github.bseries.core.pair.SwingDuty;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Every pair that can be declared, as far as chance goes: with any component, or without it. */
final class AnyPair {

  private AnyPair() {}

  static Arbitrary<AppliancePair> pairs() {
    return Combinators.combine(
            hostNames(),
            appliances(),
            appliances(),
            cutovers(),
            Arbitraries.of(Product.class).injectNull(0.3),
            Arbitraries.of(AtlasRole.class).injectNull(0.3),
            attested(duties()).injectNull(0.3),
            attested(flags()).injectNull(0.3))
        .filter((s, one, other, c, p, a, d, u) -> one.id() == null || !one.id().equals(other.id()))
        .as(AppliancePair::new);
  }

  private static Arbitrary<Appliance> appliances() {
    return Combinators.combine(
            filledTexts(),
            hexDigits(32).map(ApplianceId::new).injectNull(0.3),
            addresses(),
            Combinators.combine(ips().injectNull(0.3), Arbitraries.integers().between(-1, 128))
                .as(Tuple::of),
            ips(),
            Arbitraries.of(Platform.class).injectNull(0.3),
            facts())
        .as(
            (name, id, address, ipAndPrefix, other, platform, facts) -> {
              IpAddress ip = ipAndPrefix.get1();
              int prefix = ipAndPrefix.get2();
              IpAddress inside = ip == null ? other : ip;
              Subnet subnet =
                  prefix < 0 ? null : new Subnet(inside, inside.isIpv6() ? prefix : prefix / 4);
              return new Appliance(name, id, address, ip, subnet, platform, facts);
            });
  }

  private static Arbitrary<ApplianceAddress> addresses() {
    return Combinators.combine(
            Arbitraries.oneOf(hostNames(), ips().map(IpAddress::text)),
            Arbitraries.oneOf(Arbitraries.integers().between(1, 65_535), Arbitraries.of(80, 443)),
            hostNames().injectNull(0.5),
            flags())
        .as(
            (host, port, name, tls) ->
                new ApplianceAddress(host, port, host, tls).named(name == null ? host : name));
  }

  private static Arbitrary<DeclaredFacts> facts() {
    return Combinators.combine(
            attested(pages()).injectNull(0.3),
            attested(hexDigits(64).map(Fingerprint::new)).injectNull(0.3),
            attested(certificates().list().ofMaxSize(3)).injectNull(0.3),
            attested(ips().list().ofMaxSize(3)).injectNull(0.3),
            attested(access()).injectNull(0.3),
            attested(flags()).injectNull(0.3),
            attested(flags()).injectNull(0.3),
            attested(traffic()).injectNull(0.3))
        .as(DeclaredFacts::new);
  }

  private static Arbitrary<BackupSettings> pages() {
    Arbitrary<Duration> above = durations(1);
    return Combinators.combine(
            flags(),
            above.injectNull(0.3),
            above.injectNull(0.3),
            bandwidths().injectNull(0.3),
            flags(),
            ips().list().ofMaxSize(3),
            ips().list().ofMaxSize(3))
        .as(BackupSettings::new);
  }

  static Arbitrary<Bandwidth> bandwidths() {
    Arbitrary<Long> bytes = Arbitraries.longs().between(1, Long.MAX_VALUE);
    return Arbitraries.oneOf(
        bytes.map(Bandwidth::new),
        Arbitraries.longs().between(1, 10_000).map(Bandwidth::ofMegabitsPerSecond),
        Arbitraries.longs().between(1, 10_000).map(kilobits -> new Bandwidth(kilobits * 125)));
  }

  private static Arbitrary<ApplianceCertificate> certificates() {
    return Combinators.combine(
            hexDigits(64).map(Fingerprint::new).injectNull(0.3),
            filledTexts(),
            filledTexts(),
            instants(),
            texts().list().ofMaxSize(3),
            flags(),
            flags(),
            flags())
        .flatAs(
            (print, to, by, end, names, key, chain, isDefault) ->
                flags()
                    .map(
                        factory ->
                            new ApplianceCertificate(
                                print, to, by, end, names, key, chain, isDefault, factory)));
  }

  private static Arbitrary<ApiAccess> access() {
    return Combinators.combine(flags(), Arbitraries.of(ApiAccess.CommandPermission.class), flags())
        .as(ApiAccess::new);
  }

  private static Arbitrary<DirectoryTraffic> traffic() {
    return Arbitraries.oneOf(
        Arbitraries.just(DirectoryTraffic.none()),
        ips().list().ofMaxSize(3).map(ips -> new DirectoryTraffic(true, ips)));
  }

  private static Arbitrary<TrafficCutover> cutovers() {
    Arbitrary<Duration> ttls =
        Arbitraries.integers().between(0, Integer.MAX_VALUE).map(Duration::ofSeconds);
    return Arbitraries.oneOf(
        ips().map(SharedIp::new),
        ips().injectNull(0.3).map(NatSwing::new),
        Combinators.combine(hostNames(), ttls).as(DnsSwing::new));
  }

  private static Arbitrary<SwingDuty> duties() {
    return Combinators.combine(filledTexts(), durations(0).injectNull(0.3)).as(SwingDuty::new);
  }

  /** Few people and few moments beside all others, so that some facts have them in common. */
  static <T> Arbitrary<Attested<T>> attested(Arbitrary<T> values) {
    return Combinators.combine(
            values,
            Arbitraries.oneOf(Arbitraries.of("kim", "CHG-7"), filledTexts()),
            Arbitraries.oneOf(Arbitraries.of(Instant.EPOCH), instants()))
        .as(Attested::new);
  }

  static Arbitrary<Duration> durations(int leastNanos) {
    return Combinators.combine(
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.integers().between(leastNanos, 999_999_999))
        .as(Duration::ofSeconds);
  }

  static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.of(0, 1, 120_000_000, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<IpAddress> ips() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(0, 255)
            .list()
            .ofSize(4)
            .map(parts -> new IpAddress(joined(".", parts.stream().map(String::valueOf).toList()))),
        Arbitraries.integers()
            .between(0, 0xffff)
            .list()
            .ofSize(8)
            .map(
                parts ->
                    new IpAddress(joined(":", parts.stream().map(Integer::toHexString).toList()))));
  }

  private static String joined(String between, List<String> parts) {
    return String.join(between, parts);
  }

  static Arbitrary<String> hostNames() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(20)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(labels -> String.join(".", labels));
  }

  static Arbitrary<String> hexDigits(int count) {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(count);
  }

  /** Any characters, also those that no font shows and halves of pairs. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.strings()
            .withChars('"', '\\', '\n', '\t', ' ', '\u0000', '\u2028', '\ufeff', '\ud800', '\udc00')
            .ofMaxLength(10));
  }

  static Arbitrary<String> filledTexts() {
    return texts().filter(text -> !text.isBlank());
  }

  static Arbitrary<Boolean> flags() {
    return Arbitraries.of(true, false);
  }
}
