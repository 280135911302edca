// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data syncs of a pair: one at a time, from the primary to the backup. The pair's lock guards
 * it.
 *
 * @source S1 "Establish the Primary/Backup Failover Relationship" (direction, first one after about
 *     60 seconds, by interval and by hand), S1 "Perform Failover for Planned Maintenance" (before a
 *     change of roles, with all users disconnected); assumed: that a data sync copies what was
 *     there when it began, and that one that fails copies nothing
 */
final class DataSyncs {

  static final Duration UNTIL_FIRST = Duration.ofSeconds(60);

  private static final String NO_PEER =
      "The peer site instance could not be contacted. No data sync was started.";
  private static final String CONFLICT =
      "A data sync needs one primary and one backup site instance.";
  static final String MISMATCH = "The product versions of the two site instances do not match.";

  private final PairMachine machine;
  private final Map<String, Schedule.Due> planned = new HashMap<>();
  private @Nullable RunningSync running;
  private Schedule.@Nullable Due first;
  private boolean firstIsLate;

  DataSyncs(PairMachine machine) {
    this.machine = machine;
  }

  boolean isRunning() {
    return running != null;
  }

  /** Returns whether users cannot work on this appliance since its data is being copied away. */
  boolean disconnectsUsersOf(ApplianceState appliance) {
    RunningSync it = running;
    return it != null && it.isBeforeRoleChange() && it.source() == appliance;
  }

  /** Has both remember a data sync that was complete before the pair was built. */
  void remember(Instant end) {
    for (ApplianceState each : machine.appliances()) {
      each.sync().succeeded(end, end, each.clockSkew());
      Duration interval = each.backupSettings().automaticDataSyncInterval();
      boolean overdue = interval != null && end.plus(interval).isBefore(machine.moment());
      each.sync().attempted(overdue ? machine.moment() : end);
    }
  }

  /** Returns why no data sync can be begun now; null if one can. */
  @Nullable String obstacle() {
    if (!machine.areInTouch()) {
      return NO_PEER;
    }
    ApplianceState a = machine.a();
    ApplianceState b = machine.peerOf(a);
    if (b == null || a.role() == b.role() || hasNoRole(a) || hasNoRole(b)) {
      return CONFLICT;
    }
    return mismatch(a, b);
  }

  /** Returns why two versions stand in the way; null if they do not. */
  @Nullable String mismatch(ApplianceState one, ApplianceState other) {
    if (one.version().equals(other.version())) {
      return null;
    }
    machine.note(one, "and its peer have different versions");
    return machine.assumes(AssumedBehaviour.MISMATCH_REFUSED) ? MISMATCH : null;
  }

  /**
   * Begins a data sync, which nothing may stand in the way of.
   *
   * @param afterwards told whether it went well
   */
  void begin(SyncPurpose purpose, Consumer<Boolean> afterwards) {
    ApplianceState a = machine.a();
    ApplianceState source = a.role() == FailoverRole.PRIMARY ? a : other(a);
    RunningSync next = new RunningSync(machine, source, other(source), purpose);
    running = next;
    machine.appliances().forEach(each -> each.sync().attempted(machine.moment()));
    machine.note(
        source, "is copied to its peer" + (next.isBeforeRoleChange() ? ", users are out" : ""));
    next.proceed(ok -> end(next, ok, afterwards));
    machine.changed();
  }

  /** Plans the first data sync of a relationship that was just made. */
  void planFirst() {
    machine.appliances().forEach(each -> each.sync().attempted(machine.moment()));
    machine.schedule().cancel(first); // of a relationship that was broken meanwhile
    planFirst(machine.moment().plus(UNTIL_FIRST));
  }

  private void planFirst(Instant at) {
    firstIsLate = false;
    first = machine.schedule().at(at, moment -> beginFirst());
  }

  /** Does what follows from a change: a data sync fails, goes on at another pace, or is planned. */
  void review() {
    RunningSync it = running;
    if (it != null) {
      it.review();
    }
    machine.appliances().forEach(this::plan);
    if (firstIsLate && running == null && !machine.relation().isBusy()) {
      planFirst(machine.moment());
    }
  }

  private void plan(ApplianceState appliance) {
    machine.schedule().cancel(planned.remove(appliance.label()));
    BackupSettings settings = appliance.backupSettings();
    Duration interval = settings.automaticDataSyncInterval();
    boolean wanted = appliance.isOn() && appliance.role() == FailoverRole.BACKUP;
    if (!wanted || interval == null || !settings.backupOperations()) {
      return;
    }
    if (running != null || machine.relation().isBusy()) {
      return; // planned when that is over
    }
    Instant last = appliance.sync().lastAttempt();
    Instant due = last == null ? machine.moment() : last.plus(interval);
    Instant at = due.isBefore(machine.moment()) ? machine.moment() : due;
    planned.put(appliance.label(), machine.schedule().at(at, moment -> automatic(appliance)));
  }

  private void automatic(ApplianceState backup) {
    planned.remove(backup.label());
    String obstacle = obstacle();
    if (obstacle == null) {
      begin(SyncPurpose.UPDATE, ok -> {});
      return;
    }
    // Only the backup knows of it: it is the one that pulls.
    backup.sync().attempted(machine.moment());
    backup.sync().failed(machine.moment(), backup.clockSkew());
    machine.note(backup, "cannot sync its data: " + obstacle);
    plan(backup);
  }

  private void beginFirst() {
    if (machine.a().role() == FailoverRole.NONE) {
      return;
    }
    if (isRunning() || machine.relation().isBusy()) {
      firstIsLate = true; // begins after that, unless it is a data sync that copies the same
      return;
    }
    String obstacle = obstacle();
    if (obstacle == null) {
      begin(SyncPurpose.UPDATE, ok -> {});
    } else {
      machine.note("pair", "has no first data sync: " + obstacle);
    }
  }

  private void end(RunningSync ended, boolean ok, Consumer<Boolean> afterwards) {
    running = null;
    firstIsLate &= !ok;
    Instant now = machine.moment();
    for (ApplianceState each : machine.appliances()) {
      if (ok) {
        each.sync().succeeded(ended.start(), now, each.clockSkew());
      } else if (each.isOn()) {
        each.sync().failed(now, each.clockSkew());
      }
    }
    machine.note(ended.source(), ok ? "was copied to its peer" : "could not be copied to its peer");
    afterwards.accept(ok);
    machine.changed();
  }

  private ApplianceState other(ApplianceState appliance) {
    ApplianceState peer = machine.peerOf(appliance);
    if (peer == null) {
      throw new IllegalStateException("a data sync needs two appliances");
    }
    return peer;
  }

  private static boolean hasNoRole(ApplianceState appliance) {
    return appliance.role() == FailoverRole.NONE;
  }
}
