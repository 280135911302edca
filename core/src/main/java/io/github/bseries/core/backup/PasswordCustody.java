// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import org.jspecify.annotations.Nullable;

/**
 * Whether a password protects a file, and whom to ask for it. Never the password.
 *
 * @param used whether the file cannot be used without a password
 * @param knownTo the people or the role who know it, or the place where it is kept, such as {@code
 *     the on-call team}; on one line of at most 200 characters. Null if nobody was named, or if
 *     there is no password
 * @source S2 "Backup Password", S2 "Recover /login" (without its password a backup is lost)
 * @since 0.1
 */
public record PasswordCustody(boolean used, @Nullable String knownTo) {

  /**
   * Takes away the white space around the name.
   *
   * @throws IllegalArgumentException if {@code knownTo} is blank, too long or more than one line,
   *     or is there although no password is used; the message does not repeat it
   */
  public PasswordCustody {
    knownTo = KitText.checkedIfThere("knownTo", knownTo);
    if (!used && knownTo != null) {
      throw new IllegalArgumentException("knownTo is there, but no password is used");
    }
  }

  /** Returns that no password protects the file. */
  public static PasswordCustody unprotected() {
    return new PasswordCustody(false, null);
  }

  /** Returns that a password protects the file, and that nobody was named who knows it. */
  public static PasswordCustody knownToNobodyNamed() {
    return new PasswordCustody(true, null);
  }

  /**
   * Returns that a password protects the file.
   *
   * @param who the people or the role who know it, or the place where it is kept; never the
   *     password
   * @throws IllegalArgumentException if {@code who} is blank, too long or more than one line
   */
  public static PasswordCustody knownTo(String who) {
    return new PasswordCustody(true, KitText.checked("knownTo", who));
  }
}
