// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes what cannot be seen in a form that can, such as {@code \}{@code u009b}: texts of an
 * appliance must neither steer a terminal nor turn a line around. JSON that is written through it
 * means the same as before, since there these can stand inside of strings only.
 */
final class SeenWriter extends FilterWriter {

  private SeenWriter(Writer out) {
    super(out);
  }

  static PrintWriter onto(PrintWriter below) {
    return new PrintWriter(new SeenWriter(below), true) {
      @Override
      public boolean checkError() {
        // A print writer swallows what goes wrong; the one below knows of it.
        boolean here = super.checkError();
        return below.checkError() || here;
      }
    };
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    write(new String(buffer, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    StringBuilder seen = new StringBuilder(length);
    text.substring(offset, offset + length)
        .codePoints()
        .forEach(
            c -> {
              if (isSeen(c)) {
                seen.appendCodePoint(c);
              } else {
                for (char half : Character.toChars(c)) {
                  seen.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
              }
            });
    out.write(seen.toString());
  }

  private static boolean isSeen(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == '\r' && System.lineSeparator().indexOf('\r') >= 0;
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
