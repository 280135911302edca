// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

/**
 * The part that a pair plays in an Atlas cluster, in which several appliances carry the traffic of
 * one site.
 *
 * @source D-APPL {@code <cluster_role>}, D-ATLAS; S1 "Establish the Primary/Backup Failover
 *     Relationship Between Two B Series Appliances" (the backup of a primary node is its backup
 *     primary node)
 * @since 0.1
 */
public enum AtlasRole {
  /** There is no cluster. */
  SINGLE("single"),

  /** The primary is the primary node of a cluster; its backup is the backup primary node. */
  PRIMARY("primary"),

  /** A traffic node. It is not expected to stand in a failover relationship. */
  TRAFFIC("traffic");

  private final String literal;

  AtlasRole(String literal) {
    this.literal = literal;
  }

  /** Returns the word by which the API calls this role. */
  public String literal() {
    return literal;
  }

  /**
   * Returns the role that the API calls by this word.
   *
   * @param literal {@code single}, {@code primary} or {@code traffic}, or the {@code master} of old
   *     appliances, which is a primary; white space around it is ignored
   * @throws IllegalArgumentException if it is another word
   * @source D-APPL (both words for a primary, by edition)
   */
  public static AtlasRole ofLiteral(String literal) {
    String word = requireNonNull(literal, "literal").strip();
    if (word.equals("master")) {
      return PRIMARY;
    }
    for (AtlasRole role : values()) {
      if (role.literal.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "cluster role is " + Quoted.of(word) + ", must be one of single, primary, traffic");
  }
}
