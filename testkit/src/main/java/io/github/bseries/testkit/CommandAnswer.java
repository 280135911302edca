// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

/**
 * What a simulated appliance says to a command.
 *
 * @since 0.1
 */
public sealed interface CommandAnswer {

  /** Returns its words. */
  String text();

  /** Returns whether it said yes. */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * It does what it was asked for, or has begun to.
   *
   * @param text its words
   * @since 0.1
   */
  record Accepted(String text) implements CommandAnswer {

    /** Checks that there is a text. */
    public Accepted {
      requireNonNull(text, "text");
    }
  }

  /**
   * It does nothing.
   *
   * @param text its words
   * @source assumed: no refusal of an appliance was ever recorded, so the words are ours
   * @since 0.1
   */
  record Refused(String text) implements CommandAnswer {

    /** Checks that there is a text. */
    public Refused {
      requireNonNull(text, "text");
    }
  }
}
