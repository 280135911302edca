// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.sync.SyncCoverage;
import io.github.bseries.core.sync.SyncedData;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Measures what becomes of users and data. The pair's lock guards it. */
final class OutcomeMeter {

  private final PairMachine machine;
  private Instant since;
  private boolean served = true;
  private boolean doubled;
  private Duration outage = Duration.ZERO;
  private Duration twoPrimaries = Duration.ZERO;

  OutcomeMeter(PairMachine machine, Instant start) {
    this.machine = machine;
    this.since = start;
  }

  /** Counts the time since the last change, and looks what is now. */
  void review() {
    Duration passed = Duration.between(since, machine.moment());
    since = machine.moment();
    if (!served) {
      outage = outage.plus(passed);
    }
    if (doubled) {
      twoPrimaries = twoPrimaries.plus(passed);
    }
    served = machine.site().serving() != null;
    doubled = machine.appliances().stream().filter(OutcomeMeter::isLivePrimary).count() > 1;
  }

  PairOutcome outcome() {
    review();
    List<ApplianceState> all = machine.appliances();
    List<ApplianceState> serving = all.stream().filter(machine::serves).toList();
    UserSessions sessions = machine.sessions();
    return new PairOutcome(
        outage,
        twoPrimaries,
        sessions.begun(),
        sessions.broken(),
        sessions.turnedAway(),
        without(all, HeldData.REPORTS::equals),
        without(all, HeldData.RECORDINGS::equals),
        without(all, OutcomeMeter::isSetting),
        without(serving, HeldData.REPORTS::equals),
        without(serving, HeldData.RECORDINGS::equals),
        without(serving, OutcomeMeter::isSetting));
  }

  private int without(List<ApplianceState> holders, Predicate<String> chosen) {
    return SyncCoverage.documented().copied().stream()
        .map(SyncedData::id)
        .filter(chosen)
        .mapToInt(kind -> without(holders, kind))
        .sum();
  }

  private int without(List<ApplianceState> holders, String kind) {
    BitSet items = (BitSet) machine.everything().items(kind).clone();
    items.clear(0); // what was there from the beginning is no change
    holders.forEach(holder -> items.andNot(holder.data().items(kind)));
    return items.cardinality();
  }

  private static boolean isSetting(String kind) {
    return !kind.equals(HeldData.REPORTS) && !kind.equals(HeldData.RECORDINGS);
  }

  private static boolean isLivePrimary(ApplianceState appliance) {
    return appliance.isOn() && appliance.role() == FailoverRole.PRIMARY;
  }
}
