// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Short words of people about who knows something or where it lies.
 *
 * <p>A key or a certificate in text form has many lines, so it does not fit in here. A refused text
 * is never repeated in a message: it may be a secret in the wrong place.
 */
final class KitText {

  private static final int LONGEST = 200;

  private KitText() {}

  /** Returns the text without white space around it. */
  static String checked(String component, String text) {
    String stripped = requireNonNull(text, component).strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(component + " is blank");
    }
    if (stripped.codePoints().anyMatch(KitText::breaksTheLine)) {
      throw new IllegalArgumentException(component + " must be one line");
    }
    int length = stripped.codePointCount(0, stripped.length());
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          component + " has " + length + " characters, at most " + LONGEST + " are allowed");
    }
    return stripped;
  }

  /** Returns the text without white space around it, or null if there is none. */
  static @Nullable String checkedIfThere(String component, @Nullable String text) {
    return text == null ? null : checked(component, text);
  }

  private static boolean breaksTheLine(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
