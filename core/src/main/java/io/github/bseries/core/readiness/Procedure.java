// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/**
 * The two ways in which the backup becomes primary.
 *
 * @source S1 "Perform Failover for Planned Maintenance", "Perform Failover for Unplanned
 *     Maintenance"
 * @since 0.1
 */
public enum Procedure {
  /** Planned: both appliances run, and data is synced before the roles change. */
  SWITCHOVER("switchover"),

  /** Unplanned: the primary is lost, and the backup goes on with what it has. */
  TAKEOVER("takeover");

  private final String title;

  Procedure(String title) {
    this.title = title;
  }

  /** Returns what this way is called: {@code switchover}, {@code takeover}. */
  public String title() {
    return title;
  }
}
