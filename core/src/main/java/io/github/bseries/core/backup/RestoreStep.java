// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * One step of restoring a backup by hand. No API restores.
 *
 * @source S2 "Data Recovery", part "Failover"; S2 "Recover /login"
 * @since 0.1
 */
public enum RestoreStep {
  /** Ends the failover relationship, so that the settings of the backup cannot disturb it. */
  BREAK_FAILOVER("Break the failover relationship."),

  /**
   * Uploads the file. What it holds of the Vault is encrypted, and a new appliance has another key.
   *
   * @source S2 "Recover /login", S2 "Back Up Vault Encryption Key" (the key on a new appliance)
   */
  RESTORE_BACKUP(
      "Upload the backup on the /login page Software, with the password it was made with. On a new"
          + " appliance, restore the Vault encryption key too."),

  /** The backup brought back the key of its own day, which need not be the peer's. */
  RESET_INTER_APPLIANCE_KEY(
      "Set the inter-appliance key to that of the peer, on the /login page Security."),

  /**
   * Joins the two again. The data sync that follows overwrites the one that becomes backup.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship Between Two B Series Appliances"
   *     (what a data sync overwrites), S2 "Data Recovery"
   */
  REESTABLISH_FAILOVER(
      "Establish failover again from the side whose data shall stay; the other is overwritten.");

  private final String instruction;

  RestoreStep(String instruction) {
    this.instruction = instruction;
  }

  /** Returns what to do, for a human to read. */
  public String instruction() {
    return instruction;
  }
}
