// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * One thing that has to be right before an account can do what it is meant to.
 *
 * @since 0.1
 */
public enum AccessQuestion {
  /** Whether the address answers from here, with a certificate for the name that is verified. */
  ADDRESS("the address answers, with a certificate for its name"),

  /** Whether the client id and the secret are taken, from where this program runs. */
  CREDENTIALS("client id and secret are taken"),

  /** Whether the commands are switched on at all. */
  XML_API("the XML API is enabled"),

  /** Whether the account may use commands that read. */
  READ("the account may read"),

  /** Whether the account may change roles. */
  CHANGE("the account may change roles"),

  /** Whether the account may download backups. */
  BACKUP("the account may download backups"),

  /** Whether this release of the API has the commands that are needed. */
  VERSION("the version of the API has what is needed"),

  /** Whether the clock of the appliance and the one of this program agree. */
  CLOCK("the clocks agree"),

  /** Whether the addresses of a pair lead to two appliances, and not twice to one. */
  TWO_APPLIANCES("the two addresses lead to two appliances");

  private final String title;

  AccessQuestion(String title) {
    this.title = title;
  }

  /** Returns what is true if the answer is yes, in words. */
  public String title() {
    return title;
  }
}
