// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Does anything to a pair, by number: what people, networks and faults can do to one. */
final class AnyOperations {

  static final int COUNT = 30;

  private final SimulatedPair pair;
  private final Map<String, List<Integer>> made = new TreeMap<>();

  AnyOperations(SimulatedPair pair) {
    this.pair = pair;
  }

  static SimulatedPair pair(int variant, long seed) {
    List<Assumptions> plausible = SimulatedPair.plausible();
    return SimulatedPair.builder()
        .assumptions(plausible.get(variant % plausible.size()))
        .backupSettingsOfB(automatic())
        .seed(seed)
        .build();
  }

  static BackupSettings automatic() {
    return BackupSettings.builder()
        .backupOperations(true)
        .automaticFailover(true)
        .primarySiteInstanceTimeout(Duration.ofMinutes(5))
        .automaticDataSyncInterval(Duration.ofMinutes(20))
        .networkConnectivityTestIps("12.12.1.1")
        .sharedIps("12.12.1.52")
        .build();
  }

  /** Returns the items of a kind that there can be: item 0, and what somebody made. */
  Set<Integer> known(String kind) {
    Set<Integer> known = new HashSet<>(made.getOrDefault(kind, List.of()));
    known.add(0);
    return known;
  }

  /** Returns the number of the item that was made last; 0 if none was. */
  int lastMade() {
    return made.values().stream().flatMap(List::stream).mapToInt(item -> item).max().orElse(0);
  }

  void run(int operation) {
    SimulatedAppliance one = operation % 2 == 0 ? pair.a() : pair.b();
    switch (operation / 2) {
      case 0 -> one.setFailoverRole(FailoverRole.PRIMARY, false, false);
      case 1 -> one.setFailoverRole(FailoverRole.BACKUP, false, true);
      case 2 -> one.setFailoverRole(FailoverRole.PRIMARY, true, false);
      case 3 -> one.failoverPage().become(FailoverRole.BACKUP, operation % 3 == 0, false);
      case 4 -> make(one, "login-settings");
      case 5 -> make(one, "session-reports");
      case 6 -> one.powerOff();
      case 7 -> one.powerOn();
      case 8 ->
          pair.changeLink(
              SimulatedLink.PEERS, operation % 2 == 0 ? LinkState.STALLED : LinkState.CUT);
      case 9 ->
          pair.changeLink(SimulatedLink.PEERS, operation % 2 == 0 ? LinkState.UP : LinkState.SLOW);
      case 10 -> pair.startDataSync();
      case 11 -> one.failoverPage().fixThisError();
      case 12 -> relate(one);
      case 13 ->
          pair.suffers(operation % 2 == 0 ? PairFault.SYNC_STICKS : PairFault.SWAP_STOPS_HALF_WAY);
      default -> pair.advance(Duration.ofSeconds(operation % 2 == 0 ? 20 : 400));
    }
  }

  private void relate(SimulatedAppliance one) {
    if (one.failoverRole() == FailoverRole.NONE) {
      one.failoverPage().establishRelationship();
    } else {
      one.failoverPage().breakRelationship();
    }
  }

  private void make(SimulatedAppliance one, String kind) {
    if (!one.isOn()) {
      return; // nobody can change anything there
    }
    made.computeIfAbsent(kind, key -> new ArrayList<>()).add(one.change(kind));
  }
}
