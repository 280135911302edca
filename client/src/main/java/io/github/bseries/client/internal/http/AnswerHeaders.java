// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers that tell of waiting and of limits. What cannot be read is as if it were missing.
 */
final class AnswerHeaders {

  static final String RETRY_AFTER = "Retry-After";

  /** Up to 31 years of seconds. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /**
   * The one form in which moments are sent today (RFC 9110, 5.6.7). The library reads the older
   * ones too, at five times the cost.
   */
  private static final DateTimeFormatter TODAYS =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private AnswerHeaders() {}

  /**
   * Returns how long to wait, whether it is told in seconds or as a moment. A moment is compared
   * with the {@code Date} of the same answer, so that no clock of ours matters; without one it
   * tells nothing.
   *
   * @return zero or longer; null if it is not told
   */
  static @Nullable Duration retryAfter(Headers headers) {
    Long seconds = number(headers, RETRY_AFTER);
    if (seconds != null) {
      return Duration.ofSeconds(seconds);
    }
    Instant until = moment(headers, RETRY_AFTER);
    Instant now = moment(headers, "Date");
    if (until == null || now == null) {
      return null;
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  /** Returns a moment in any form that is known; null if there is none. */
  static @Nullable Instant moment(Headers headers, String name) {
    String text = headers.get(name);
    if (text == null) {
      return null;
    }
    try {
      return TODAYS.parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return headers.getInstant(name);
    }
  }

  /** Returns a whole number, zero or more; null if there is none. */
  static @Nullable Long number(Headers headers, String name) {
    String text = headers.get(name);
    return text != null && NUMBER.matcher(text.strip()).matches()
        ? Long.valueOf(text.strip())
        : null;
  }
}
