// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one account may still call. Not safe for use by several threads: the pair's lock guards it.
 *
 * @source S-CFG 1.10, S-V2, D-JSON (the two numbers, all endpoints together); assumed: that a
 *     second and an hour begin with the first call in them
 */
final class CallBudget {

  private final Window second = new Window(Duration.ofSeconds(1), 20);
  private final Window hour = new Window(Duration.ofHours(1), 15_000);

  /** Takes one call out of the budget. */
  RateLimitState take(Instant now) {
    boolean within = second.hasRoom(now) && hour.hasRoom(now);
    if (within) {
      second.used++;
      hour.used++;
      return new RateLimitState(hour.limit, hour.limit - hour.used, null);
    }
    Instant again = hour.hasRoom(now) ? second.end() : hour.end();
    return new RateLimitState(hour.limit, hour.limit - hour.used, Duration.between(now, again));
  }

  private static final class Window {

    private final Duration length;
    private final int limit;
    private @Nullable Instant start;
    private int used;

    Window(Duration length, int limit) {
      this.length = length;
      this.limit = limit;
    }

    boolean hasRoom(Instant now) {
      if (start == null || !now.isBefore(end())) {
        start = now;
        used = 0;
      }
      return used < limit;
    }

    Instant end() {
      return start == null ? Instant.MAX : start.plus(length);
    }
  }
}
