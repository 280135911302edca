// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

/**
 * What an API account may do.
 *
 * @param command what it may do with the Command API
 * @param backup whether it may download backups
 * @source S-CFG, D-BACKUP
 * @since 0.1
 */
public record AccountPermissions(CommandPermission command, boolean backup) {

  /** Everything. */
  public static final AccountPermissions ALL =
      new AccountPermissions(CommandPermission.FULL_ACCESS, true);

  /** Checks that nothing is null. */
  public AccountPermissions {
    requireNonNull(command, "command");
  }

  /** Returns the same with another permission for the Command API. */
  public AccountPermissions withCommand(CommandPermission command) {
    return new AccountPermissions(command, backup);
  }

  /** Returns the same with or without the permission for backups. */
  public AccountPermissions withBackup(boolean backup) {
    return new AccountPermissions(command, backup);
  }

  /** Returns whether they cover a call of this kind. */
  public boolean allow(CallKind kind) {
    return switch (kind) {
      case TOKEN, PROBE -> true;
      case BACKUP -> backup;
      case SET_FAILOVER_ROLE -> command == CommandPermission.FULL_ACCESS;
      default -> command != CommandPermission.DENY;
    };
  }
}
