// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A secret in a file of its own. */
record SecretFile(Path file) implements SecretSource {

  private static final int LONGEST = 4096;

  @Override
  public char[] read() throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST + 1);
    }
    CharBuffer characters = CharBuffer.allocate(0);
    try {
      if (bytes.length > LONGEST) {
        throw new IOException("longer than " + LONGEST + " bytes");
      }
      characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      int end = characters.limit();
      while (end > 0 && (characters.get(end - 1) == '\n' || characters.get(end - 1) == '\r')) {
        end--;
      }
      // An editor writes a byte order mark, and nobody sees it.
      int start = end > 0 && characters.get(0) == '\uFEFF' ? 1 : 0;
      return Arrays.copyOfRange(characters.array(), start, end);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(characters.array(), '\0');
    }
  }
}
