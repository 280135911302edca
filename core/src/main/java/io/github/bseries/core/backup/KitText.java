// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short words of people about who knows something or where it lies.
 *
 * <p>What is a secret by its looks does not fit in here: a key or a certificate in text form, and a
 * user name or a password before the host of an address. No check can know a bare password. A
 * refused text is never repeated in a message.
 */
final class KitText {

  private static final int LONGEST = 200;
  private static final Pattern ACCOUNT_IN_ADDRESS = Pattern.compile("://[^/\\s]*@");

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
    if (stripped.contains("-----BEGIN")) {
      throw new IllegalArgumentException(
          component + " is a key or a certificate; say who or where");
    }
    if (ACCOUNT_IN_ADDRESS.matcher(stripped).find()) {
      throw new IllegalArgumentException(
          component + " has an account in an address; leave out what stands before the @");
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
