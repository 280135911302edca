// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one appliance remembers of data syncs, and how it tells of them. The pair's lock guards it.
 */
final class SyncRecord {

  private static final DateTimeFormatter WITH_COLON = format("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter ZULU = format("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter PLAIN = format("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

  private final Assumptions assumptions;
  private @Nullable Instant time;
  private String status = "never";
  private @Nullable Instant lastAttempt;

  SyncRecord(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** Returns when the last one was begun or tried, on the time of the pair; null if never. */
  @Nullable Instant lastAttempt() {
    return lastAttempt;
  }

  void attempted(Instant at) {
    lastAttempt = at;
  }

  void succeeded(Instant start, Instant end, Duration clockSkew) {
    boolean told = assumptions.include(AssumedBehaviour.TIME_OF_THE_START);
    time = (told ? start : end).plus(clockSkew);
    status = "success";
  }

  void failed(Instant end, Duration clockSkew) {
    if (assumptions.include(AssumedBehaviour.TELLS_TIME_OF_FAILURE)) {
      time = end.plus(clockSkew);
    }
    status = "failed";
  }

  @Nullable LastDataSync told() {
    Instant known = time;
    if (known == null) {
      boolean silent = assumptions.include(AssumedBehaviour.NO_SYNC_NO_FIELDS);
      return silent ? null : new LastDataSync(null, "", status);
    }
    Instant second = known.truncatedTo(ChronoUnit.SECONDS);
    boolean seconds = assumptions.include(AssumedBehaviour.SECONDS_TOLD);
    return new LastDataSync(seconds ? second : null, form().format(second), status);
  }

  private DateTimeFormatter form() {
    return switch (assumptions.of(AssumedSwitch.SYNC_TIME_FORM)) {
      case ZULU -> ZULU;
      case FRACTION_AND_PLAIN_OFFSET -> PLAIN;
      default -> WITH_COLON;
    };
  }
}
