// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as they stand in answers. What cannot be understood is null, and never a guess: a time
 * without an offset is not taken for UTC.
 *
 * @source D-HEALTH ({@code ts}: UNIX seconds, UTC; text: ISO 8601), W-SEKOIA ({@code +00:00}),
 *     W-RAGMOB ({@code +0000} with a fraction, in a file made by hand)
 */
final class WireTime {

  private static final Pattern UNIX_SECONDS = Pattern.compile("\\d{1,12}");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private WireTime() {}

  static @Nullable Instant ofUnixSeconds(@Nullable String text) {
    if (text == null || !UNIX_SECONDS.matcher(text).matches()) {
      return null;
    }
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  static @Nullable Instant ofIso(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T'), ISO).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
