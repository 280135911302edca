// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * One group of settings of /appliance that is written down or caught as a picture of its page,
 * since no file can be downloaded of it.
 *
 * @source S2 "Back Up /appliance"
 * @since 0.1
 */
public enum ApplianceSetting {
  /**
   * The addresses of the appliance in its network.
   *
   * @source S2 "Back Up /appliance"
   */
  IP_CONFIGURATION("IP configuration", "Networking > IP Configuration"),

  /**
   * Static routes, if there are any.
   *
   * @source S2 "Back Up /appliance"
   */
  STATIC_ROUTES("static routes", "Networking > Static Routes"),

  /**
   * SNMP, if it is used.
   *
   * @source S2 "Back Up /appliance"
   */
  SNMP("SNMP", "Networking > SNMP"),

  /**
   * TLS settings that somebody changed. Those of a cloud appliance count too.
   *
   * @source S2 "Back Up /appliance", S2 "Backup Procedures" (cloud)
   */
  TLS_SETTINGS("TLS settings", "Security > SSL/TLS Configuration"),

  /**
   * Who may use /appliance, from which networks and on which ports, if that is limited.
   *
   * @source S2 "Back Up /appliance"
   */
  ADMINISTRATION_LIMITS("limits on administration", "Security > Appliance Administration"),

  /**
   * The syslog server and the format of its messages, if there is one.
   *
   * @source S2 "Back Up /appliance"
   */
  SYSLOG("syslog", "Security > Appliance Administration, Syslog"),

  /**
   * The text that people accept before they log in to /appliance, if there is one.
   *
   * @source S2 "Back Up /appliance"
   */
  LOGIN_AGREEMENT(
      "login agreement",
      "Security > Appliance Administration, /appliance Prerequisite Login Agreement"),

  /**
   * The SMTP server of /appliance, which reminds of certificates; /login has one of its own.
   *
   * @source S2 "Back Up /appliance"
   */
  EMAIL("SMTP settings", "Security > Email Configuration");

  private final String title;
  private final String page;

  ApplianceSetting(String title, String page) {
    this.title = title;
    this.page = page;
  }

  /** Returns what it is, for a human to read. */
  public String title() {
    return title;
  }

  /** Returns the page of /appliance on which it stands, and the part of it if it has several. */
  public String page() {
    return page;
  }
}
