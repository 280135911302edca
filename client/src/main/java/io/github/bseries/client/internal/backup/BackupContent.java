// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells from its beginning whether a body can be a backup.
 *
 * <p>The form of an NSB file is not documented, so nothing can be recognised as one; but an error
 * that comes with status 200 can be recognised as something else. Markup is never a backup. Nor is
 * what is text from its first byte to its last, or to the end of the beginning that is looked at,
 * nor what has the byte order mark of UTF-8 before it: programs put that before text alone.
 *
 * @source D-BACKUP (what is in it), W-PERL (text of an error with a good status); assumed: that an
 *     NSB is no text, and does not begin as one (decision 0018)
 */
public final class BackupContent {

  /** How much of a body is looked at, in bytes. */
  public static final int LOOKED_AT = 64 * 1024;

  private BackupContent() {}

  /**
   * Returns why this is no backup; null if nothing speaks against it.
   *
   * @param beginning the first {@link #LOOKED_AT} bytes of the body, or all of it
   * @param smallestBytes how long a backup has to be at least
   */
  public static @Nullable String objection(byte[] beginning, long smallestBytes) {
    if (beginning.length == 0) {
      return "the body is empty";
    }
    if (isMarkup(beginning)) {
      return "the body is a page of HTML or XML";
    }
    if (hasByteOrderMark(beginning)) {
      return "the body begins with the byte order mark of a text";
    }
    if (isText(beginning)) {
      return "the body is text";
    }
    return beginning.length < LOOKED_AT ? objection(beginning.length, smallestBytes) : null;
  }

  /** Returns why a whole body of this length is no backup; null if nothing speaks against it. */
  public static @Nullable String objection(long length, long smallestBytes) {
    return length < smallestBytes
        ? "the body has "
            + length
            + " bytes, too few for a backup, which has "
            + smallestBytes
            + " or more"
        : null;
  }

  /** That of UTF-16 is left out: its two bytes may well begin something that is no text. */
  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean isMarkup(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        // White space, and what byte order marks and UTF-16 put before or between.
        case ' ',
            '\t',
            '\r',
            '\n',
            '\f',
            0x0B,
            0,
            (byte) 0xEF,
            (byte) 0xBB,
            (byte) 0xBF,
            (byte) 0xFE,
            (byte) 0xFF -> {}
        case '<' -> {
          return isMarkupName(bytes, i + 1);
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isMarkupName(byte[] bytes, int start) {
    int i = start;
    if (i < bytes.length && bytes[i] == 0) {
      i++;
    }
    return i < bytes.length
        && (bytes[i] == '!'
            || bytes[i] == '?'
            || (bytes[i] >= 'a' && bytes[i] <= 'z')
            || (bytes[i] >= 'A' && bytes[i] <= 'Z'));
  }

  /**
   * In UTF-8 and in every charset of 8 bits, text has no control bytes but those of layout. In
   * UTF-16 every second byte may be a NUL, too.
   */
  private static boolean isText(byte[] bytes) {
    return isText(bytes, 0) || isText(bytes, 1) || isMarkedUtf16(bytes);
  }

  private static boolean isText(byte[] bytes, int nulsAt) {
    for (int i = 0; i < bytes.length; i++) {
      boolean control = (bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7F;
      if (control && !isLayout(bytes[i]) && !(bytes[i] == 0 && i % 2 == nulsAt)) {
        return false;
      }
    }
    return true;
  }

  /** Other scripts have no NUL in UTF-16; then it takes the mark at the beginning. */
  private static boolean isMarkedUtf16(byte[] bytes) {
    boolean marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    if (!marked) {
      return false;
    }
    // A character that the end of the beginning cuts in two is no fault of the text.
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_16.newDecoder().decode(ByteBuffer.wrap(bytes), characters, false);
    return !result.isError()
        && characters.flip().chars().noneMatch(c -> Character.isISOControl(c) && !isLayout(c));
  }

  private static boolean isLayout(int c) {
    return c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0x0B || c == 0x1B;
  }
}
