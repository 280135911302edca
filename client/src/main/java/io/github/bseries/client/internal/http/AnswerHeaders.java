// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers that tell of waiting and of limits. What cannot be read is as if it were missing.
 */
final class AnswerHeaders {

  private static final String RETRY_AFTER = "Retry-After";

  /** Up to 31 years of seconds. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

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
    Instant until = headers.getInstant(RETRY_AFTER);
    Instant now = headers.getInstant("Date");
    if (until == null || now == null) {
      return null;
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  /** Returns a whole number, zero or more; null if there is none. */
  static @Nullable Long number(Headers headers, String name) {
    String text = headers.get(name);
    return text != null && NUMBER.matcher(text.strip()).matches()
        ? Long.valueOf(text.strip())
        : null;
  }
}
