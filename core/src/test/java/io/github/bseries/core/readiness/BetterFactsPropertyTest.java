// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** What makes a pair better makes no rule on declared facts judge worse. */
class BetterFactsPropertyTest {

  private static final List<String> GROUPS =
      List.of("settings.", "network.", "control.", "attestation.");

  @Property
  void a_shorter_interval(
      @ForAll("facts") PairFacts facts, @ForAll @LongRange(min = 1, max = 200_000) long seconds) {
    Duration shorter = Duration.ofSeconds(seconds);

    for (PairSide side : PairSide.values()) {
      assertNoWorse(
          facts,
          Removals.settings(
              side,
              it ->
                  with(
                      it,
                      it.primarySiteInstanceTimeout(),
                      least(it.automaticDataSyncInterval(), shorter),
                      it.networkConnectivityTestIps())));
    }
  }

  @Property
  void a_shorter_timeout(
      @ForAll("facts") PairFacts facts, @ForAll @LongRange(min = 1, max = 200_000) long seconds) {
    Duration shorter = Duration.ofSeconds(seconds);

    for (PairSide side : PairSide.values()) {
      assertNoWorse(
          facts,
          Removals.settings(
              side,
              it ->
                  with(
                      it,
                      least(it.primarySiteInstanceTimeout(), shorter),
                      it.automaticDataSyncInterval(),
                      it.networkConnectivityTestIps())));
    }
  }

  @Property
  void one_more_test_ip(@ForAll("facts") PairFacts facts, @ForAll("ips") IpAddress more) {
    for (PairSide side : PairSide.values()) {
      assertNoWorse(
          facts,
          Removals.settings(
              side,
              it ->
                  with(
                      it,
                      it.primarySiteInstanceTimeout(),
                      it.automaticDataSyncInterval(),
                      plus(it.networkConnectivityTestIps(), more))));
    }
  }

  @Property
  void one_more_address_that_is_let_through(
      @ForAll("facts") PairFacts facts, @ForAll("ips") IpAddress more) {
    for (PairSide side : PairSide.values()) {
      assertNoWorse(
          facts,
          declared(
              side,
              it -> {
                Attested<DirectoryTraffic> traffic = it.directoryTraffic();
                return traffic == null
                    ? it
                    : it.toBuilder().directoryTraffic(traffic.map(t -> plus(t, more))).build();
              }));
    }
  }

  @Property
  void more_permissions(@ForAll("facts") PairFacts facts) {
    for (PairSide side : PairSide.values()) {
      assertNoWorse(
          facts,
          declared(
              side,
              it -> {
                Attested<ApiAccess> access = it.apiAccess();
                return access == null
                    ? it
                    : it.toBuilder().apiAccess(access.map(old -> ApiAccess.full())).build();
              }));
    }
  }

  @Property
  void alerts_and_open_ports(@ForAll("facts") PairFacts facts) {
    for (PairSide side : PairSide.values()) {
      assertNoWorse(facts, declared(side, BetterFactsPropertyTest::withAlertsAndOpenPorts));
    }
  }

  private static DeclaredFacts withAlertsAndOpenPorts(DeclaredFacts it) {
    DeclaredFacts.Builder better = it.toBuilder();
    Attested<Boolean> alerts = it.smtpAlerts();
    if (alerts != null) {
      better.smtpAlerts(alerts.map(old -> true));
    }
    Attested<Boolean> https = it.httpsFromClients();
    if (https != null) {
      better.httpsFromClients(https.map(old -> true));
    }
    return better.build();
  }

  @Property
  void a_faster_cutover(@ForAll("facts") PairFacts facts, @ForAll @LongRange(max = 9000) long ttl) {
    assertNoWorse(facts, it -> swung(it, Math.max(ttl, 1) - 1), it -> swung(it, ttl));
  }

  @Property
  void a_longer_promised_recovery_time(
      @ForAll("facts") PairFacts facts,
      @ForAll @LongRange(min = 1, max = 200_000) long seconds,
      @ForAll @LongRange(max = 200_000) long more) {
    assertNoWorse(
        facts,
        it -> promising(it, Duration.ofSeconds(seconds + more)),
        it -> promising(it, Duration.ofSeconds(seconds)));
  }

  private static PairFacts swung(PairFacts facts, long ttl) {
    AppliancePair pair = facts.pair();
    return pair == null
        ? facts
        : facts.toBuilder()
            .pair(pair.toBuilder().cutover(Changed.dnsSwing(Duration.ofSeconds(ttl))).build())
            .build();
  }

  private static PairFacts promising(PairFacts facts, Duration recoveryTime) {
    return facts.toBuilder()
        .policy(ReadinessPolicy.builder().recoveryTime(recoveryTime).build())
        .build();
  }

  private static void assertNoWorse(PairFacts facts, UnaryOperator<PairFacts> better) {
    assertNoWorse(facts, better, it -> it);
  }

  private static void assertNoWorse(
      PairFacts facts, UnaryOperator<PairFacts> better, UnaryOperator<PairFacts> worse) {
    for (Rule rule : StandardRules.all()) {
      String id = rule.description().id();
      if (GROUPS.stream().anyMatch(id::startsWith)) {
        assertThat(rank(rule.judge(better.apply(facts))))
            .as(id)
            .isGreaterThanOrEqualTo(rank(rule.judge(worse.apply(facts))));
      }
    }
  }

  private static int rank(Verdict verdict) {
    return verdict.fold(passed -> 2, violated -> 0, notJudged -> 1);
  }

  private static @Nullable Duration least(@Nullable Duration old, Duration other) {
    return old == null || old.compareTo(other) <= 0 ? old : other;
  }

  private static BackupSettings with(
      BackupSettings it,
      @Nullable Duration timeout,
      @Nullable Duration interval,
      List<IpAddress> testIps) {
    return new BackupSettings(
        it.backupOperations(),
        timeout,
        interval,
        it.dataSyncBandwidthLimit(),
        it.automaticFailover(),
        testIps,
        it.sharedIps());
  }

  private static UnaryOperator<PairFacts> declared(
      PairSide side, UnaryOperator<DeclaredFacts> change) {
    return Removals.appliance(side, it -> it.withDeclared(change.apply(it.declared())));
  }

  private static DirectoryTraffic plus(DirectoryTraffic traffic, IpAddress more) {
    return traffic.used() ? new DirectoryTraffic(true, plus(traffic.allowedFrom(), more)) : traffic;
  }

  private static List<IpAddress> plus(List<IpAddress> ips, IpAddress more) {
    return Stream.concat(ips.stream(), Stream.of(more)).toList();
  }

  @Provide
  Arbitrary<PairFacts> facts() {
    return AnyFacts.all();
  }

  @Provide
  Arbitrary<IpAddress> ips() {
    return Arbitraries.of("12.12.1.50", "12.12.1.52", "12.12.2.51", "192.0.2.1", "2001:db8::1")
        .map(IpAddress::parse);
  }
}
