// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What is claimed of every text that is made of something hostile. */
public final class Claims {

  private Claims() {}

  /** Fails unless it is true. */
  public static void that(boolean claim, String otherwise) {
    if (!claim) {
      throw new AssertionError(otherwise);
    }
  }

  /** Fails unless the text can be shown to a person: nothing unseen in it, whole, not too long. */
  public static void isFitToBeShown(String text, int mostCharacters) {
    that(text.length() <= mostCharacters, "a text of " + text.length() + " characters is shown");
    that(!text.isBlank(), "a blank text is shown");
    text.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              that(
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR
                      && type != Character.SURROGATE,
                  "a text with U+" + Integer.toHexString(point) + " is shown");
            });
  }

  /** Returns these bytes as text; what is no UTF-8 in them is replaced. */
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns whether these bytes are UTF-8. */
  public static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
