// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/**
 * What an API account may do with the Command API.
 *
 * @source S-CFG, S-V2, D-INFO (the three words); W-RAGMOB ({@code full_access} on the wire)
 * @since 0.1
 */
public enum CommandPermission {
  /** Nothing. */
  DENY("deny"),

  /** Commands that read, {@code check_health} for instance. */
  READ_ONLY("read_only"),

  /** All commands, {@code set_failover_role} among them. */
  FULL_ACCESS("full_access");

  private final String literal;

  CommandPermission(String literal) {
    this.literal = literal;
  }

  /** Returns the word of the wire. */
  public String literal() {
    return literal;
  }
}
