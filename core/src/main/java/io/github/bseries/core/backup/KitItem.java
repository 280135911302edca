// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import io.github.bseries.core.pair.SourcedFact;

/**
 * One thing that must lie ready outside the appliances, so that a pair can be rebuilt.
 *
 * @source S2 "Backup Procedures" (all but the deployment file), S2 "RS Virtual Appliances"
 * @since 0.1
 */
public enum KitItem {
  /**
   * The newest NSB of a side.
   *
   * @source S2 "Back Up /login", S2 "Failover"
   */
  NSB(
      "newest backup",
      Scope.EACH_SIDE,
      "It holds most of /login, and each side's own failover settings, which no data sync copies.",
      "S2 \"Back Up /login\", S2 \"Failover\""),

  /**
   * The Status page of a side: serial number, base software and version.
   *
   * @source S2 "Backup Procedures", S2 "Recover /login"
   */
  STATUS_PAGE(
      "serial number and versions",
      Scope.EACH_SIDE,
      "They tell which appliance a note is of, and the vendor's support asks for them before it"
          + " builds the software of a new one.",
      "S2 \"Backup Procedures\", S2 \"Recover /login\""),

  /**
   * What was written down of /appliance of a side.
   *
   * @source S2 "Back Up /appliance", S2 "Failover"
   */
  APPLIANCE_NOTES(
      "notes of /appliance",
      Scope.EACH_SIDE,
      "Settings of /appliance are in no backup and in no data sync; they are typed in again.",
      "S2 \"Back Up /appliance\", S2 \"Failover\""),

  /**
   * What a virtual appliance is installed from.
   *
   * @source S2 "RS Virtual Appliances"
   */
  DEPLOYMENT_FILE(
      "deployment file",
      Scope.EACH_SIDE,
      "A lost virtual appliance is installed from it; the vendor's support sends one in its"
          + " business hours only.",
      "S2 \"RS Virtual Appliances\""),

  /**
   * The key of the Vault.
   *
   * @source S2 "Back Up Vault Encryption Key", D-MGMT
   */
  VAULT_ENCRYPTION_KEY(
      "Vault encryption key",
      Scope.PAIR,
      "Without it nobody can read the Vault's credentials on a new appliance, although the backup"
          + " holds them.",
      "S2 \"Back Up Vault Encryption Key\", D-MGMT"),

  /**
   * The certificates with their private keys and chains. One copy serves both sides, since both
   * must have the same.
   *
   * @source S2 "Back Up Certificates", S2 "Failover", S2 "Recover Certificates"
   */
  CERTIFICATES(
      "certificates",
      Scope.PAIR,
      "Clients connect to a new appliance only if it shows the certificate that they know.",
      "S2 \"Back Up Certificates\", S2 \"Failover\", S2 \"Recover Certificates\""),

  /**
   * The network around the pair.
   *
   * @source S2 "Back Up /appliance"
   */
  NETWORK_DIAGRAM(
      "network diagram",
      Scope.PAIR,
      "A new appliance needs the firewall rules and the exceptions that the old one had.",
      "S2 \"Back Up /appliance\""),

  /**
   * Data that an NSB leaves out.
   *
   * @source S2 "Back Up /login", D-BACKUP
   */
  OTHER_DATA(
      "data that a backup leaves out",
      Scope.PAIR,
      "Recordings, and all but few and small files of the file store, are in no backup.",
      "S2 \"Back Up /login\", D-BACKUP");

  private final String title;
  private final Scope scope;
  private final String why;
  private final String source;

  KitItem(String title, Scope scope, String why, String source) {
    this.title = title;
    this.scope = scope;
    this.why = why;
    this.source = source;
  }

  /** Returns what it is, for a human to read. */
  public String title() {
    return title;
  }

  /** Returns why it must lie ready, and where that stands. */
  public SourcedFact why() {
    return new SourcedFact(why, source);
  }

  /** Returns whether each side has its own; if not, there is one for the pair. */
  public boolean isOfEachSide() {
    return scope == Scope.EACH_SIDE;
  }

  private enum Scope {
    EACH_SIDE,
    PAIR
  }
}
