// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All bytes that came back. */
final class RawAnswer {

  private final byte[] bytes;

  RawAnswer(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  private String latin() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  int status() {
    return Integer.parseInt(latin().substring(9, 12));
  }

  List<String> headers(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return head()
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  String head() {
    return latin().substring(0, bodyStart());
  }

  String rawBody() {
    return latin().substring(bodyStart());
  }

  String body() {
    return new String(bodyBytes(), StandardCharsets.UTF_8);
  }

  /** Returns the body out of its chunks; fails if they do not end with the last chunk. */
  byte[] bodyBytes() {
    String text = latin();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = bodyStart();
    while (true) {
      int lineEnd = text.indexOf("\r\n", at);
      int size = Integer.parseInt(text.substring(at, lineEnd), 16);
      at = lineEnd + 2;
      if (size == 0) {
        return body.toByteArray();
      }
      body.writeBytes(Arrays.copyOfRange(bytes, at, at + size));
      at += size + 2;
    }
  }

  private int bodyStart() {
    return latin().indexOf("\r\n\r\n") + 4;
  }
}
