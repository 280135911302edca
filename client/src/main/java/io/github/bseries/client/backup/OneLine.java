// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

/** A text that somebody typed in, for a human to read. */
final class OneLine {

  private static final int LONGEST = 200;

  private OneLine() {}

  static String checked(String component, String text) {
    return checked(component, text, LONGEST);
  }

  static String checked(String component, String text, int longest) {
    String stripped = requireNonNull(text, component).strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(component + " is blank");
    }
    if (stripped.length() > longest || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          component + " must be one line of at most " + longest + " characters");
    }
    return stripped;
  }
}
