// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

/**
 * The part that an appliance plays in its pair at the moment.
 *
 * <p>Not to be mixed up with the <em>normal</em> primary and the <em>normal</em> backup: those are
 * declared by the people who run the pair, and never change by themselves.
 *
 * @source S1 "Establish the Primary/Backup Failover Relationship", D-HEALTH {@code <failover_role>}
 * @since 0.1
 */
public enum FailoverRole {
  /** Serves the users; its data is what the backup copies. */
  PRIMARY("primary"),

  /** Copies the data of the primary, and stands by to take its place. Accepts no users. */
  BACKUP("backup"),

  /** Stands in no failover relationship, so that there is no role to change. */
  NONE("none");

  private final String literal;

  FailoverRole(String literal) {
    this.literal = literal;
  }

  /**
   * Returns the word by which the API calls this role: {@code primary}, {@code backup}, {@code
   * none}.
   */
  public String literal() {
    return literal;
  }

  /**
   * Returns the role that the API calls by this word.
   *
   * @param literal one of the three words, in lower case; white space around it is ignored
   * @throws IllegalArgumentException if it is another word. There is no guess: an appliance that
   *     plays an unknown part must not be taken for one that plays a known one
   */
  public static FailoverRole ofLiteral(String literal) {
    String word = requireNonNull(literal, "literal").strip();
    for (FailoverRole role : values()) {
      if (role.literal.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "failover role is " + Quoted.of(word) + ", must be one of primary, backup, none");
  }
}
