// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnyOperationsPropertyTest {

  @Property(tries = 300)
  void data_never_appears_from_nowhere(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll @Size(max = 60) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    SimulatedPair pair = AnyOperations.pair(variant, 1);
    AnyOperations any = new AnyOperations(pair);

    for (int operation : operations) {
      any.run(operation);
      for (SimulatedAppliance each : pair.appliances()) {
        each.data()
            .items()
            .forEach((kind, items) -> assertThat(any.known(kind)).containsAll(items));
      }
    }
  }

  @Property(tries = 300)
  void data_that_an_appliance_did_not_make_comes_with_a_data_sync_alone(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll @Size(max = 60) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    SimulatedPair pair = AnyOperations.pair(variant, 4);
    AnyOperations any = new AnyOperations(pair);

    for (int operation : operations) {
      long copies = copies(pair);
      int last = any.lastMade();
      List<Set<Integer>> before = items(pair);
      any.run(operation);
      if (copies(pair) == copies) {
        List<Set<Integer>> added = items(pair);
        added.get(0).removeAll(before.get(0));
        added.get(1).removeAll(before.get(1));
        assertThat(added).allSatisfy(each -> assertThat(each).allMatch(item -> item > last));
      }
    }
  }

  @Property(tries = 300)
  void an_appliance_that_is_off_keeps_its_role_whatever_comes(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll boolean primaryIsOff,
      @ForAll @Size(max = 60) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    SimulatedPair pair = AnyOperations.pair(variant, 5);
    AnyOperations any = new AnyOperations(pair);
    (primaryIsOff ? pair.a() : pair.b()).powerOff();

    for (int operation : operations) {
      List<SimulatedAppliance> off = pair.appliances().stream().filter(it -> !it.isOn()).toList();
      List<FailoverRole> before = off.stream().map(AnyOperationsPropertyTest::role).toList();
      any.run(operation);
      // An operation switches at most once, so who is off now too was off all the time.
      for (int i = 0; i < off.size(); i++) {
        if (!off.get(i).isOn()) {
          assertThat(role(off.get(i))).as("operation %s", operation).isEqualTo(before.get(i));
        }
      }
    }
  }

  @Property(tries = 300)
  void a_sync_never_goes_backwards(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll @Size(max = 60) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    SimulatedPair pair = AnyOperations.pair(variant, 2);
    AnyOperations any = new AnyOperations(pair);
    Instant[] last = {Instant.MIN, Instant.MIN};

    for (int operation : operations) {
      any.run(operation);
      for (int i = 0; i < 2; i++) {
        Instant told = syncTime(pair.appliances().get(i));
        if (told != null) {
          assertThat(told).isAfterOrEqualTo(last[i]).isBeforeOrEqualTo(pair.time().instant());
          last[i] = told;
        }
      }
    }
  }

  @Property(tries = 200)
  void a_good_sync_leaves_no_setting_of_the_primary_behind(
      @ForAll @Size(max = 40) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    SimulatedPair pair = AnyOperations.pair(0, 3);
    AnyOperations any = new AnyOperations(pair);
    operations.forEach(any::run);
    SimulatedAppliance primary =
        pair.a().failoverRole() == FailoverRole.PRIMARY ? pair.a() : pair.b();
    SimulatedAppliance backup = primary == pair.a() ? pair.b() : pair.a();
    Set<Integer> settings = primary.data().of("login-settings");
    FailoverRole before = backup.failoverRole();

    boolean begun = pair.startDataSync().isAccepted();
    pair.advance(Duration.ofMinutes(6));

    boolean good =
        begun && !pair.isBusy() && "success".equals(status(primary)) && before == role(backup);
    if (good) {
      assertThat(backup.data().of("login-settings")).isEqualTo(settings);
    }
  }

  @Property(tries = 200)
  void one_cut_link_alone_changes_no_role_if_automatic_failover_is_off(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll @IntRange(max = 4) int link,
      @ForAll LinkState state,
      @ForAll boolean swapped,
      @ForAll @Size(max = 10) List<@IntRange(max = 2000) Integer> minutes) {
    SimulatedPair pair = manual(variant, swapped);
    List<FailoverRole> before = roles(pair);
    List<SimulatedLink> links =
        List.of(
            SimulatedLink.PEERS,
            SimulatedLink.CLIENT_TO_A,
            SimulatedLink.CLIENT_TO_B,
            SimulatedLink.CLIENT_TO_SITE,
            new SimulatedLink("b-12.12.1.1"));

    pair.changeLink(links.get(link), state);
    for (int step : minutes) {
      pair.advance(Duration.ofMinutes(step));
      assertThat(roles(pair)).isEqualTo(before);
    }
  }

  @Property(tries = 100)
  void the_same_seed_and_the_same_operations_give_the_same_history(
      @ForAll @IntRange(max = 40) int variant,
      @ForAll long seed,
      @ForAll @Size(max = 60) List<@IntRange(max = AnyOperations.COUNT - 1) Integer> operations) {
    List<String> histories = new ArrayList<>();
    List<PairOutcome> outcomes = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      SimulatedPair pair = AnyOperations.pair(variant, seed);
      pair.suffersNowAndThen(PairFault.SYNC_FAILS, 0.5);
      operations.forEach(new AnyOperations(pair)::run);
      histories.add(pair.history());
      outcomes.add(pair.outcome());
    }

    assertThat(histories.get(0)).isEqualTo(histories.get(1)).endsWith("\n");
    assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
  }

  private static SimulatedPair manual(int variant, boolean swapped) {
    List<Assumptions> plausible = SimulatedPair.plausible();
    BackupSettings settings =
        BackupSettings.builder()
            .backupOperations(true)
            .primarySiteInstanceTimeout(Duration.ofMinutes(1))
            .automaticDataSyncInterval(Duration.ofHours(1))
            .networkConnectivityTestIps("12.12.1.1")
            .build();
    SimulatedPair pair =
        SimulatedPair.builder()
            .assumptions(plausible.get(variant % plausible.size()))
            .backupSettingsOfA(settings)
            .backupSettingsOfB(settings)
            .build();
    if (swapped) {
      pair.a().failoverPage().become(FailoverRole.BACKUP, true, false);
      pair.advance(Duration.ofMinutes(5));
    }
    return pair;
  }

  private static long copies(SimulatedPair pair) {
    return pair.history().lines().filter(line -> line.endsWith("was copied to its peer")).count();
  }

  /**
   * Returns the numbers of the items of all kinds, which are told apart by them; but for item 0.
   */
  private static List<Set<Integer>> items(SimulatedPair pair) {
    List<Set<Integer>> items = new ArrayList<>();
    for (SimulatedAppliance each : pair.appliances()) {
      Set<Integer> held = new HashSet<>();
      each.data().items().values().forEach(held::addAll);
      items.add(held);
    }
    return items;
  }

  private static List<FailoverRole> roles(SimulatedPair pair) {
    return pair.appliances().stream().map(AnyOperationsPropertyTest::role).toList();
  }

  private static FailoverRole role(SimulatedAppliance appliance) {
    return appliance.failoverRole();
  }

  private static String status(SimulatedAppliance appliance) {
    LastDataSync sync = appliance.health().lastDataSync();
    return sync == null ? "" : sync.status();
  }

  private static Instant syncTime(SimulatedAppliance appliance) {
    ApplianceHealth health = appliance.health();
    return health.lastDataSync() == null ? null : health.lastDataSync().time();
  }
}
