// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of data of a site that its people might look for in an NSB.
 *
 * <p>Whether a file holds it depends on the product and on how the file was made: {@link
 * NsbContents} tells.
 *
 * @source S2 "Back Up /login", S2 "Back Up Vault Encryption Key", D-BACKUP, D-MGMT
 * @since 0.1
 */
public enum NsbItem {
  /** The accounts that the site keeps itself, with that of the local administrator. */
  LOCAL_USERS("local user accounts", NsbShelf.SETTINGS),

  /** How users of other directories are known and let in. */
  SECURITY_PROVIDERS("security provider settings", NsbShelf.SETTINGS),

  /** What groups of users may do. */
  GROUP_POLICIES("group policies", NsbShelf.SETTINGS),

  /** The Jumpoints as they are set up. */
  JUMPOINTS("Jumpoint settings", NsbShelf.SETTINGS),

  /** The Jump Clients as they are set up. */
  JUMP_CLIENTS("Jump Client settings", NsbShelf.SETTINGS),

  /** Who works together with whom. */
  TEAMS("teams", NsbShelf.SETTINGS),

  /** The languages of the site. */
  LANGUAGES("language settings", NsbShelf.SETTINGS),

  /** The security page of /login. */
  SECURITY_SETTINGS("security settings", NsbShelf.SETTINGS),

  /** The key by which two appliances know each other. A restore brings back the old one. */
  INTER_APPLIANCE_KEY("inter-appliance key", NsbShelf.SETTINGS),

  /** The failover page of /login. A restore brings back the old settings. */
  FAILOVER_SETTINGS("failover settings", NsbShelf.SETTINGS),

  /** Which events the site sends to whom. */
  OUTBOUND_EVENTS("outbound event settings", NsbShelf.SETTINGS),

  /** The keys for single sign-on by Kerberos. */
  KERBEROS_KEYTAB("Kerberos keytab", NsbShelf.SETTINGS),

  /** What the Vault keeps, encrypted: of no use without {@link #VAULT_ENCRYPTION_KEY}. */
  VAULT_CREDENTIALS("encrypted Vault credentials", NsbShelf.VAULT),

  /** Prepared answers of representatives. */
  CANNED_MESSAGES("canned messages", NsbShelf.SUPPORT_SETTINGS),

  /** How the customer client looks and what it says. */
  CLIENT_BRANDING("client branding and messages", NsbShelf.SUPPORT_SETTINGS),

  /** The questions after a session. */
  EXIT_SURVEYS("exit survey settings", NsbShelf.SUPPORT_SETTINGS),

  /** The pages that customers see. */
  PUBLIC_SITES("public site settings", NsbShelf.SUPPORT_SETTINGS),

  /** Presentations that were made or planned; not their recordings. */
  PRESENTATIONS("created and scheduled presentations", NsbShelf.SUPPORT_SETTINGS),

  /** Files of the file store within both limits of {@link NsbContents}. */
  SMALL_STORED_FILES("small files of the file store", NsbShelf.SMALL_FILES),

  /** What was done in sessions. */
  SESSION_HISTORY("logged session data", NsbShelf.HISTORY),

  /** Who worked in which team. */
  TEAM_HISTORY("logged support team data", NsbShelf.HISTORY),

  /** Which presentations were held. */
  PRESENTATION_HISTORY("logged presentation data", NsbShelf.SUPPORT_HISTORY),

  /** How many licences were in use. */
  LICENSE_HISTORY("logged licence use", NsbShelf.SUPPORT_HISTORY),

  /** The films of sessions. */
  SESSION_RECORDINGS(
      "session recordings", NsbShelf.NEVER, "the Reporting API or the Integration Client"),

  /** The films of command shells. */
  COMMAND_SHELL_RECORDINGS(
      "command shell recordings", NsbShelf.NEVER, "the Reporting API or the Integration Client"),

  /** The films of presentations. */
  PRESENTATION_RECORDINGS("presentation recordings", NsbShelf.NEVER, "the Reporting API"),

  /** The films of a representative's own screen. No source speaks of them and the page's file. */
  SHOW_MY_SCREEN_RECORDINGS(
      "Show My Screen recordings",
      NsbShelf.OTHER_RECORDINGS,
      "the Reporting API or the Integration Client"),

  /** Files of the file store above the limit of size. */
  LARGE_STORED_FILES("large files of the file store", NsbShelf.NEVER, "a copy of each file"),

  /** Files of the file store above the limit of number; which they are is not documented. */
  FURTHER_STORED_FILES(
      "files of the file store beyond the first 50", NsbShelf.NEVER, "a copy of each file"),

  /** The key without which the Vault's credentials cannot be read. */
  VAULT_ENCRYPTION_KEY(
      "Vault encryption key",
      NsbShelf.VAULT_KEY,
      "its own download on the /login page Software, protected by a password"),

  /** The certificates of the appliance with their private keys and chains. */
  CERTIFICATES(
      "certificates", NsbShelf.NEVER, "an export from /appliance as p12, with a passphrase"),

  /** Addresses, routes, SNMP, syslog, TLS, e-mail and the login agreement of /appliance. */
  APPLIANCE_SETTINGS(
      "settings, users and data of /appliance",
      NsbShelf.NEVER,
      "screenshots or notes, named by version, serial number, base version and system time");

  private final String title;
  private final NsbShelf shelf;
  private final @Nullable String otherWay;

  NsbItem(String title, NsbShelf shelf) {
    this.title = title;
    this.shelf = shelf;
    this.otherWay = null;
  }

  NsbItem(String title, NsbShelf shelf, String otherWay) {
    this.title = title;
    this.shelf = shelf;
    this.otherWay = otherWay;
  }

  /** Returns what it is, for a human to read. */
  public String title() {
    return title;
  }

  /**
   * Returns how to save it, since an NSB does not hold it for sure whatever the product; empty
   * where some NSB is the documented way.
   *
   * @source S2 "Backup Procedures", S2 "Back Up Certificates", S2 "Back Up /login", S2 "Back Up
   *     Vault Encryption Key"; a copy of each file is assumed to be the way for the file store
   */
  public Optional<String> otherWay() {
    return Optional.ofNullable(otherWay);
  }

  NsbShelf shelf() {
    return shelf;
  }
}
