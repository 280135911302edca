// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class RetentionPolicyPropertyTest {

  private static final List<ApplianceId> APPLIANCES =
      Stream.of("1", "2", "3").map(digit -> new ApplianceId(digit.repeat(32))).toList();

  @Property
  void what_was_kept_is_kept_again(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    RetentionPlan plan = policy.plan(files);

    RetentionPlan again = policy.plan(plan.kept());

    assertThat(again.decisions())
        .isEqualTo(plan.decisions().stream().filter(RetentionDecision::isKept).toList());
  }

  @Property
  void the_newest_good_file_of_an_appliance_is_never_dropped(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    List<StoredBackup> kept = policy.plan(files).kept();

    for (ApplianceId appliance : APPLIANCES) {
      Comparator<StoredBackup> byMoment = Comparator.comparing(StoredBackup::takenAt);
      assertThat(good(kept, appliance).map(StoredBackup::takenAt).max(Comparator.naturalOrder()))
          .isEqualTo(good(files, appliance).max(byMoment).map(StoredBackup::takenAt));
    }
  }

  @Property
  void an_appliance_never_loses_its_only_files(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    for (StoredBackup dropped : policy.plan(files).dropped()) {
      assertThat(good(files, dropped.appliance())).isNotEmpty();
    }
  }

  @Property
  void each_file_is_decided_once_in_the_order_of_the_list(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    assertThat(policy.plan(files).decisions())
        .extracting(RetentionDecision::backup)
        .isEqualTo(files);
  }

  @Property
  void the_order_of_the_list_decides_nothing(
      @ForAll("policies") RetentionPolicy policy,
      @ForAll("files") List<StoredBackup> files,
      @ForAll Random random) {
    List<StoredBackup> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, random);

    assertThat(policy.plan(shuffled).decisions())
        .containsExactlyInAnyOrderElementsOf(policy.plan(files).decisions());
  }

  @Property
  void a_higher_count_never_drops_more(
      @ForAll("policies") RetentionPolicy policy,
      @ForAll("files") List<StoredBackup> files,
      @ForAll @IntRange(max = 3) int more) {
    RetentionPolicy higher =
        new RetentionPolicy(
            policy.last() + more,
            policy.hourly() + more,
            policy.daily() + more,
            policy.weekly() + more,
            policy.monthly() + more,
            policy.yearly() + more,
            true,
            policy.zone());

    assertThat(higher.plan(files).kept()).containsAll(policy.plan(files).kept());
  }

  @Property
  void a_file_that_becomes_protected_is_kept_and_changes_nothing_else(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    Assume.that(policy.keepProtected() && !files.isEmpty());
    List<StoredBackup> changed = new ArrayList<>(files);
    changed.set(0, files.get(0).withProtection());

    List<RetentionDecision> before = policy.plan(files).decisions();
    List<RetentionDecision> after = policy.plan(changed).decisions();

    assertThat(after.get(0).isKept()).isTrue();
    assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
  }

  @Property
  void files_of_another_appliance_change_nothing(
      @ForAll("policies") RetentionPolicy policy, @ForAll("files") List<StoredBackup> files) {
    ApplianceId appliance = APPLIANCES.get(0);

    assertThat(
            policy
                .plan(files.stream().filter(f -> f.appliance().equals(appliance)).toList())
                .decisions())
        .isEqualTo(
            policy.plan(files).decisions().stream()
                .filter(decision -> decision.backup().appliance().equals(appliance))
                .toList());
  }

  @Provide
  Arbitrary<RetentionPolicy> policies() {
    Arbitrary<Integer> counts = Arbitraries.integers().between(0, 4);
    Arbitrary<ZoneId> zones =
        Arbitraries.of("UTC", "Asia/Kathmandu", "Europe/Berlin", "Australia/Lord_Howe")
            .map(ZoneId::of);
    return Combinators.combine(
            counts.list().ofSize(6).filter(list -> list.stream().anyMatch(count -> count > 0)),
            Arbitraries.of(true, false),
            zones)
        .as(
            (c, keepProtected, zone) ->
                new RetentionPolicy(
                    c.get(0),
                    c.get(1),
                    c.get(2),
                    c.get(3),
                    c.get(4),
                    c.get(5),
                    keepProtected,
                    zone));
  }

  /** Moments lie close together or far apart, and some of them are the same. */
  @Provide
  Arbitrary<List<StoredBackup>> files() {
    Instant start = Instant.parse("2026-03-29T00:00:00Z");
    Arbitrary<Instant> moments =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 20).map(n -> Duration.ofMinutes(20L * n)),
                Arbitraries.integers().between(0, 800).map(Duration::ofDays))
            .map(start::plus);
    return Combinators.combine(
            Arbitraries.of(APPLIANCES),
            moments,
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))),
            Arbitraries.of(true, false))
        .as(
            (appliance, moment, good, kept) ->
                new StoredBackup("?", appliance, moment, 1, good, kept))
        .list()
        .ofMaxSize(25)
        .map(RetentionPolicyPropertyTest::named);
  }

  private static List<StoredBackup> named(List<StoredBackup> files) {
    List<StoredBackup> named = new ArrayList<>();
    for (StoredBackup file : files) {
      named.add(
          new StoredBackup(
              "file-" + named.size(),
              file.appliance(),
              file.takenAt(),
              file.sizeBytes(),
              file.isGood(),
              file.isProtected()));
    }
    return named;
  }

  private static Stream<StoredBackup> good(List<StoredBackup> files, ApplianceId appliance) {
    return files.stream().filter(f -> f.isGood() && f.appliance().equals(appliance));
  }
}
