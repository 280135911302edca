// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password as the body of a call: an object with the member {@code password}. It is made without
 * a text in between, so that no copy of the password outlives it.
 *
 * @source D-BACKUP
 */
public final class PasswordJson implements AutoCloseable {

  private static final String BEFORE = "{\"password\":\"";
  private static final String AFTER = "\"}";
  private static final int LONGEST_ESCAPE = 6;

  private final byte[] bytes;

  private PasswordJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the body with this password.
   *
   * @throws CharacterCodingException if it has half a character in it, so that another one would be
   *     sent
   */
  public static PasswordJson of(char[] password) throws CharacterCodingException {
    CharBuffer text =
        CharBuffer.allocate(BEFORE.length() + password.length * LONGEST_ESCAPE + AFTER.length());
    ByteBuffer encoded = ByteBuffer.allocate(0);
    try {
      text.put(BEFORE);
      for (char c : password) {
        escape(c, text);
      }
      text.put(AFTER).flip();
      encoded = StandardCharsets.UTF_8.newEncoder().encode(text);
      return new PasswordJson(Arrays.copyOf(encoded.array(), encoded.limit()));
    } finally {
      Arrays.fill(text.array(), '\0');
      Arrays.fill(encoded.array(), (byte) 0);
    }
  }

  private static void escape(char c, CharBuffer text) {
    if (c == '"' || c == '\\') {
      text.put('\\').put(c);
    } else if (c < ' ') {
      text.put("\\u00").put(Character.forDigit(c >> 4, 16)).put(Character.forDigit(c & 15, 16));
    } else {
      text.put(c);
    }
  }

  /** Returns the body in UTF-8, which is wiped when this is closed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Wipes the body. */
  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
