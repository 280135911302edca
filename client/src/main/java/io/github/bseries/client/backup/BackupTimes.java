// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When backups are made: a pure value, which reads no clock.
 *
 * <p>What was missed, because a computer slept or was off, is made up for once, and at once. So is
 * a run of which nothing is known: where there is no backup, one is due. A last run that is more
 * than an hour in the future is not believed: a clock was wrong when it was dated.
 *
 * @since 0.1
 */
public sealed interface BackupTimes {

  /**
   * Returns when the next run begins.
   *
   * @param last when the last run began; null if none is known
   * @param now this moment
   * @return now or earlier if a run is due
   */
  Instant next(@Nullable Instant last, Instant now);

  /** Returns by how much later than planned a run begins. */
  Jitter jitter();

  /**
   * Returns these times with this jitter.
   *
   * @throws IllegalArgumentException if it is longer than the interval, or than 12 hours for a run
   *     each day
   */
  BackupTimes withJitter(Jitter jitter);

  /**
   * Returns what the one function that fits makes of this.
   *
   * @param every takes an interval
   * @param daily takes a time of day
   * @param <R> what the functions make
   */
  default <R extends @Nullable Object> R fold(
      Function<? super Every, ? extends R> every, Function<? super Daily, ? extends R> daily) {
    return this instanceof Every it ? every.apply(it) : daily.apply((Daily) this);
  }

  /**
   * Returns a run each time this has passed since the last one began.
   *
   * @param interval a minute or longer, 366 days at most
   * @throws IllegalArgumentException if it is shorter or longer
   */
  static Every every(Duration interval) {
    return new Every(interval, Jitter.NONE);
  }

  /**
   * Returns a run each day at a local time.
   *
   * @param at the time on the clocks of the zone
   * @param zone where that is
   */
  static Daily daily(LocalTime at, ZoneId zone) {
    return new Daily(at, zone, Jitter.NONE);
  }

  private static @Nullable Instant believed(@Nullable Instant last, Instant now) {
    return last == null || last.isAfter(now.plus(Duration.ofHours(1))) ? null : last;
  }

  private static void checkJitter(Jitter jitter, Duration longest) {
    if (requireNonNull(jitter, "jitter").most().compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "jitter is up to " + jitter.most() + ", must be " + longest + " or less");
    }
  }

  /**
   * A run each time the interval has passed since the last one began.
   *
   * @param interval a minute or longer, 366 days at most
   * @param jitter at most as long as the interval
   * @since 0.1
   */
  record Every(Duration interval, Jitter jitter) implements BackupTimes {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks each component.
     *
     * @throws IllegalArgumentException if {@code interval} is below a minute or above 366 days, or
     *     {@code jitter} longer than it
     */
    public Every {
      if (requireNonNull(interval, "interval").compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException(
            "interval is " + interval + ", must be " + SHORTEST + " or longer");
      }
      if (interval.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "interval is " + interval + ", must be " + LONGEST + " or shorter");
      }
      checkJitter(jitter, interval);
    }

    @Override
    public Instant next(@Nullable Instant last, Instant now) {
      Instant known = believed(last, now);
      return known == null ? now : jitter.after(known.plus(interval));
    }

    @Override
    public Every withJitter(Jitter jitter) {
      return new Every(interval, jitter);
    }
  }

  /**
   * A run each day at a local time.
   *
   * <p>Each day has one run, whatever its clocks do. On a day without that time, since they are set
   * forward over it, it is as much later as they are set forward; on a day that has it twice, the
   * first one counts. A run by hand after that time counts as the run of the day.
   *
   * @param at the time on the clocks of the zone
   * @param zone where that is
   * @param jitter at most 12 hours
   * @since 0.1
   */
  record Daily(LocalTime at, ZoneId zone, Jitter jitter) implements BackupTimes {

    private static final Duration LONGEST_JITTER = Duration.ofHours(12);

    /**
     * Checks each component.
     *
     * @throws IllegalArgumentException if {@code jitter} is longer than 12 hours
     */
    public Daily {
      requireNonNull(at, "at");
      requireNonNull(zone, "zone");
      checkJitter(jitter, LONGEST_JITTER);
    }

    @Override
    public Instant next(@Nullable Instant last, Instant now) {
      Instant known = believed(last, now);
      if (known == null) {
        return now;
      }
      Instant today = latestUntil(now);
      // A clock that went back a little does not make a day of which the run is done anew.
      return known.isBefore(today)
          ? jitter.after(today)
          : jitter.after(firstAfter(known.isAfter(now) ? known : now));
    }

    private Instant planned(LocalDate day) {
      return day.atTime(at).atZone(zone).toInstant();
    }

    private Instant latestUntil(Instant moment) {
      LocalDate day = LocalDate.ofInstant(moment, zone).plusDays(1);
      while (planned(day).isAfter(moment)) {
        day = day.minusDays(1);
      }
      return planned(day);
    }

    private Instant firstAfter(Instant moment) {
      LocalDate day = LocalDate.ofInstant(moment, zone).minusDays(1);
      while (!planned(day).isAfter(moment)) {
        day = day.plusDays(1);
      }
      return planned(day);
    }

    @Override
    public Daily withJitter(Jitter jitter) {
      return new Daily(at, zone, jitter);
    }
  }
}
