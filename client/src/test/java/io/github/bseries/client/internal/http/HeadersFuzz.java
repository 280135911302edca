// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import io.github.bseries.client.fuzz.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;

/** Any four lines as the headers that tell of waiting and of limits. */
public final class HeadersFuzz {

  private static final List<String> NAMES =
      List.of("Retry-After", "Date", "X-RateLimit-Remaining", "X-RateLimit-Limit");

  private HeadersFuzz() {}

  /** Reads them as they come from the wire: any byte but a line end. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("[\r\n]", -1);
    Headers.Builder builder = new Headers.Builder();
    for (int i = 0; i < Math.min(lines.length, NAMES.size()); i++) {
      builder.addUnsafeNonAscii(NAMES.get(i), lines[i]);
    }
    Headers headers = builder.build();

    Duration wait = AnswerHeaders.retryAfter(headers);
    Claims.that(wait == null || !wait.isNegative(), "a wait of " + wait);
    for (String name : NAMES) {
      Long number = AnswerHeaders.number(headers, name);
      Claims.that(number == null || number >= 0, name + " is " + number);
    }
  }
}
