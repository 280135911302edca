// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import java.util.List;

/**
 * The page Failover in /login of one appliance, as a person uses it. Nothing of it can be reached
 * through an API, but for the change of the role.
 *
 * <p>Safe for use by several threads.
 *
 * @source S1 "Appendix: Administration Settings for Failover"
 * @since 0.1
 */
public final class FailoverPage {

  private final SimulatedPair pair;
  private final ApplianceState appliance;

  FailoverPage(SimulatedPair pair, ApplianceState appliance) {
    this.pair = pair;
    this.appliance = appliance;
  }

  /** Returns what stands there under Backup Settings, and which shared IPs are checked. */
  public BackupSettings backupSettings() {
    return pair.locked(appliance::backupSettings);
  }

  /**
   * Saves other settings. They belong to this appliance alone, and count while it is backup.
   *
   * @throws IllegalStateException if it is off
   * @source S1 "Best Practices for Primary and Backup Environments" (per side; enabling backup
   *     operations can start a data sync at once)
   */
  public void save(BackupSettings settings) {
    requireNonNull(settings, "settings");
    pair.under(
        () -> {
          appliance.checkOn();
          appliance.backupSettings(settings);
        });
  }

  /** Returns the status history, the oldest event first; of many, the last 1,000. */
  public List<StatusEvent> statusHistory() {
    return pair.locked(appliance::events);
  }

  /** Presses Sync Now. */
  public CommandAnswer syncNow() {
    return pair.startDataSync();
  }

  /**
   * Presses Become Backup or Become Primary. It does what {@code set_failover_role} does; but the
   * shared IP always follows, and two that are in touch always swap. Two that have the same role, a
   * conflict, do not swap: one of them takes the other role at once, and a data sync makes the
   * settings of the backup those of the primary, and brings reports and recordings of either side
   * to both. A data sync first is refused then, since no one primary is there to copy from.
   *
   * @param role primary or backup
   * @param dataSyncFirst whether the box about pulling a data sync is checked
   * @param force whether the box about a peer that cannot be contacted is checked; without effect
   *     towards primary
   * @throws IllegalArgumentException if {@code role} is {@code none}
   * @source S1 "Appendix: Administration Settings for Failover", D-FOPLAN (both swap), S1 "Resolve
   *     Conflicts in a Failover Setup" (settings are overwritten, records are on both); assumed:
   *     that the data sync follows at once, and that none can be had first
   */
  public CommandAnswer become(FailoverRole role, boolean dataSyncFirst, boolean force) {
    if (requireNonNull(role, "role") == FailoverRole.NONE) {
      throw new IllegalArgumentException("role is none, must be primary or backup");
    }
    var order = new FailoverRelation.RoleOrder(role, dataSyncFirst, force, false);
    return pair.locked(() -> pair.machine().relation().setFailoverRole(appliance, order));
  }

  /**
   * Presses Fix This Error, which ends a conflict: the roles are set at once, and a data sync makes
   * the settings of the new backup those of the primary. If the data sync cannot begin, since the
   * versions differ, the roles are set all the same, and the answer says so.
   *
   * @source S1 "Resolve Conflicts in a Failover Setup" (criteria: who has the shared IP enabled,
   *     who has the address to which the name leads); assumed: their order, and that the data sync
   *     follows at once
   */
  public CommandAnswer fixThisError() {
    return pair.locked(() -> pair.machine().relation().fixThisError(appliance));
  }

  /**
   * Presses Establish Relationship: this appliance becomes primary, its peer backup. The first data
   * sync begins 60 seconds later.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship" (where, the time, identical
   *     inter-appliance keys), D-FOGUIDE (the same version on both); assumed: the refusals
   */
  public CommandAnswer establishRelationship() {
    return pair.locked(() -> pair.machine().relation().establish(appliance));
  }

  /**
   * Presses Break Failover Relationship: both lose their roles and keep their data.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship", S1 "Appendix: Administration
   *     Settings for Failover"
   */
  public CommandAnswer breakRelationship() {
    return pair.locked(() -> pair.machine().relation().breakUp(appliance));
  }

  /** Returns whose page it is. */
  @Override
  public String toString() {
    return "FailoverPage[" + appliance.label() + "]";
  }
}
