// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

/**
 * What the API account that watches and switches may do at one appliance, in the words of the page
 * API Configuration.
 *
 * @param xmlApi Enable XML API: whether the API answers at all
 * @param command what the account may do with the Command API
 * @param backup whether the account may download backups
 * @source D-APICFG (Enable XML API, permissions of an account), S-CFG (their values)
 * @since 0.1
 */
public record ApiAccess(boolean xmlApi, CommandPermission command, boolean backup) {

  /** Checks that nothing is null. */
  public ApiAccess {
    requireNonNull(command, "command");
  }

  /** Returns that everything is allowed which a failover and a backup take. */
  public static ApiAccess full() {
    return new ApiAccess(true, CommandPermission.FULL_ACCESS, true);
  }

  /**
   * What an account may do with the Command API.
   *
   * @source S-CFG, D-INFO (the three values)
   * @since 0.1
   */
  public enum CommandPermission {
    /** Nothing. */
    DENY,

    /** It may look, and change nothing. */
    READ_ONLY,

    /** It may look and change: what a change of roles takes. */
    FULL_ACCESS
  }
}
