// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import java.time.Duration;
import java.util.Arrays;

/**
 * Keeps the calls of an account within two limits at once: in no second and in no hour are there
 * more of them, wherever that second or hour begins.
 *
 * <p>Callers book the next free moment and wait for it by themselves, in the order in which they
 * came. Safe for use by several threads. Decision 0011 says why this is not the library's.
 */
public final class CallRate {

  private final Window second;
  private final Window hour;

  /** Makes a rate; {@link Integer#MAX_VALUE} stands for no limit. */
  public CallRate(int perSecond, int perHour) {
    this.second = new Window(perSecond, Duration.ofSeconds(1));
    this.hour = new Window(perHour, Duration.ofHours(1));
  }

  /**
   * Books the next free moment, if it is no farther away than the caller has patience for.
   *
   * @param now the reading of a clock of nanoseconds
   * @return how long until that moment. It is booked if that is not longer than {@code patience},
   *     and nothing has changed otherwise
   */
  public synchronized Duration book(long now, Duration patience) {
    long wait = Math.max(second.nanosLeft(now), hour.nanosLeft(now));
    if (patience.compareTo(Duration.ofNanos(wait)) >= 0) {
      second.take(now + wait);
      hour.take(now + wait);
    }
    return Duration.ofNanos(wait);
  }

  /** The moments of the last calls, as many as are allowed in one span: a ring once it is full. */
  private static final class Window {

    private static final int BEGINNING = 32;

    private final int limit;
    private final long spanNanos;
    private long[] taken;
    private int count;
    private int oldest;

    Window(int limit, Duration span) {
      this.limit = limit;
      this.spanNanos = span.toNanos();
      this.taken = new long[Math.min(limit, BEGINNING)];
    }

    long nanosLeft(long now) {
      return count < limit ? 0 : Math.max(0, taken[oldest] + spanNanos - now);
    }

    void take(long at) {
      if (limit == Integer.MAX_VALUE) {
        return;
      }
      if (count == limit) {
        taken[oldest] = at;
        oldest = (oldest + 1) % limit;
        return;
      }
      if (count == taken.length) {
        taken = Arrays.copyOf(taken, Math.min(limit, 2 * count));
      }
      taken[count++] = at;
    }
  }
}
