// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The automatic failover of the appliances themselves. The pair's lock guards it.
 *
 * @source S2 "Failover and Spare B Series Appliances" (the backup reaches a test IP and does not
 *     reach the primary, for as long as the timeout is), S1 "Best Practices for Primary and Backup
 *     Environments" (only with backup operations on); assumed: that the time is counted anew after
 *     the primary or the last test IP was out of reach for a while, and that a timeout which is
 *     changed meanwhile counts from when the primary was lost
 */
final class TakeoverWatch {

  private final PairMachine machine;
  private final Map<String, Countdown> countdowns = new HashMap<>();

  TakeoverWatch(PairMachine machine) {
    this.machine = machine;
  }

  /** Begins to count down where the primary was lost, and stops where it is back. */
  void review() {
    for (ApplianceState each : machine.appliances()) {
      Duration timeout = each.backupSettings().primarySiteInstanceTimeout();
      @Nullable Countdown counting = countdowns.get(each.label());
      if (timeout != null && mayTakeOver(each) && misses(each)) {
        count(each, counting == null ? machine.moment() : counting.since(), timeout);
      } else if (counting != null) {
        stop(each.label());
        machine.note(each, "will not take over");
      }
    }
  }

  /** Counts from the moment of the loss, by the timeout that is set now. */
  private void count(ApplianceState backup, Instant since, Duration timeout) {
    @Nullable Countdown counting = countdowns.get(backup.label());
    Instant end = since.plus(timeout);
    if (counting != null && counting.end().equals(end)) {
      return;
    }
    stop(backup.label());
    machine.note(backup, "cannot reach the primary and will take over at " + end);
    Instant at = end.isBefore(machine.moment()) ? machine.moment() : end;
    Schedule.Due due = machine.schedule().at(at, moment -> takeOver(backup));
    countdowns.put(backup.label(), new Countdown(since, end, due));
  }

  private void stop(String label) {
    @Nullable Countdown counting = countdowns.remove(label);
    if (counting != null) {
      machine.schedule().cancel(counting.due());
    }
  }

  /** Returns whether at least one test IP can be reached. */
  boolean reaches(ApplianceState appliance) {
    List<IpAddress> ips = appliance.backupSettings().networkConnectivityTestIps();
    return ips.stream()
        .anyMatch(ip -> machine.link(SimulatedLink.toTestIp(appliance.label(), ip)).carries());
  }

  private void takeOver(ApplianceState backup) {
    countdowns.remove(backup.label());
    machine.relation().takeOver(backup);
  }

  private boolean mayTakeOver(ApplianceState appliance) {
    BackupSettings settings = appliance.backupSettings();
    boolean tested =
        settings.networkConnectivityTestIps().isEmpty()
            ? machine.assumes(AssumedBehaviour.TAKES_OVER_UNTESTED)
            : reaches(appliance);
    return appliance.isOn()
        && appliance.role() == FailoverRole.BACKUP
        && settings.backupOperations()
        && settings.automaticFailover()
        && tested;
  }

  private boolean misses(ApplianceState backup) {
    ApplianceState peer = machine.peerOf(backup);
    if (peer == null || !machine.areInTouch()) {
      return peer != null;
    }
    return peer.role() == FailoverRole.PRIMARY
        && peer.isAiling()
        && machine.assumes(AssumedBehaviour.AILING_IS_DOWN)
        && !machine.relation().isBusy()
        && !machine.syncs().isRunning();
  }

  /**
   * One backup on its way to take over.
   *
   * @param since when the primary was lost
   */
  private record Countdown(Instant since, Instant end, Schedule.Due due) {}
}
