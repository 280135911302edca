// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * What to set on the page of /login where an account gets its permissions, in the words of its
 * boxes.
 *
 * @source D-APICFG (the page and its boxes), S-CFG (allow list); D-HEALTH, D-ROLE, D-BACKUP (which
 *     call takes which)
 */
final class ApiPage {

  static final String PAGE = " on the page Management > API Configuration of /login";

  static final String ENABLE = "Check Enable XML API" + PAGE + ".";

  static final String READ_BOX =
      "Set Command API to read-only or full access for the account" + PAGE + ".";

  static final String CHANGE_BOX = "Set Command API to full access for the account" + PAGE + ".";

  static final String BACKUP_BOX = "Allow access to the Backup API for the account" + PAGE + ".";

  private static final String ALLOW_LIST =
      "its Network Address Allow List has the address of this machine";

  private ApiPage() {}

  /** Returns what to do about a read that the account may not make, or not from here. */
  static String remedy(String command) {
    return switch (command) {
      case TokenCall.PATH -> "Check that the account is Enabled and " + ALLOW_LIST + PAGE + ".";
      case BackupCall.COMMAND -> alsoList(BACKUP_BOX);
      default -> alsoList(READ_BOX);
    };
  }

  private static String alsoList(String box) {
    return box + " If it is set, look whether " + ALLOW_LIST + ".";
  }
}
