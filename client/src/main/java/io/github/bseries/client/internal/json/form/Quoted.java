// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

/** Texts in quotes: as JSON, and for a message. */
final class Quoted {

  private static final int LONGEST_SHOWN = 80;

  private Quoted() {}

  /**
   * Returns the text as JSON. What cannot be seen is written as an escape, so that a file shows all
   * that it says; a broken pair of surrogates too, which no file could hold otherwise.
   */
  static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  /** Returns the beginning of the text for a message: in quotes and on one line. */
  static String shown(String text) {
    int count = text.codePointCount(0, Math.min(text.length(), 2 * LONGEST_SHOWN + 2));
    return count <= LONGEST_SHOWN
        ? json(text)
        : json(text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…");
  }

  /** Returns the beginning of the text for a message, without quotes; for numbers. */
  static String unquoted(String text) {
    String quoted = shown(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static void append(StringBuilder quoted, int codePoint) {
    if (codePoint == '"' || codePoint == '\\') {
      quoted.append('\\').append((char) codePoint);
    } else if (codePoint == '\n') {
      quoted.append("\\n");
    } else if (codePoint == '\t') {
      quoted.append("\\t");
    } else if (isUnseen(codePoint)) {
      for (char unit : Character.toChars(codePoint)) {
        quoted.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          quoted.append(Character.forDigit(unit >> shift & 0xf, 16));
        }
      }
    } else {
      quoted.appendCodePoint(codePoint);
    }
  }

  /** Controls, marks that turn the direction of writing, line ends, and broken pairs. */
  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
