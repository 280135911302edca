// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/** Text from outside, made fit for a message: in quotes, on one line, not too long. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST)
        .map(c -> isUnseen(c) ? ' ' : c)
        .forEach(quoted::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      quoted.append('…');
    }
    return quoted.append('"').toString();
  }

  /** Line ends, other controls, marks that turn the direction of writing, and broken pairs. */
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
