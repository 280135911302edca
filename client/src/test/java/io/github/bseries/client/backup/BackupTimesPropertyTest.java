// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BackupTimesPropertyTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  /** Half an hour, an hour, at midnight, twice a year, four times a year, never. */
  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "America/Havana",
            "Africa/Casablanca",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Pacific/Chatham",
            "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalTime> times() {
    return Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.MIN.plusMinutes(m));
  }

  @Property(tries = 300)
  void each_day_of_a_year_has_one_run_at_its_time_whatever_its_clocks_do(
      @ForAll("times") LocalTime at, @ForAll("zones") ZoneId zone) {
    BackupTimes daily = BackupTimes.daily(at, zone);
    Instant last = NEW_YEAR.atTime(at).atZone(zone).toInstant();

    for (LocalDate day = NEW_YEAR.plusDays(1); day.getYear() == 2027; day = day.plusDays(1)) {
      Instant next = daily.next(last, last);

      assertThat(next).isEqualTo(day.atTime(at).atZone(zone).toInstant());
      assertThat(Duration.between(last, next))
          .isBetween(Duration.ofHours(22), Duration.ofHours(26));
      last = next;
    }
  }

  @Property(tries = 300)
  void jitter_keeps_one_run_for_each_day_and_is_the_same_again(
      @ForAll("times") LocalTime at,
      @ForAll("zones") ZoneId zone,
      @ForAll long seed,
      @ForAll @IntRange(max = 12 * 60) int minutes) {
    Duration most = Duration.ofMinutes(minutes);
    BackupTimes daily = BackupTimes.daily(at, zone).withJitter(new Jitter(most, seed));
    Set<Duration> delays = new HashSet<>();
    Instant last = NEW_YEAR.atTime(at).atZone(zone).toInstant();

    for (LocalDate day = NEW_YEAR.plusDays(1); day.getYear() == 2027; day = day.plusDays(1)) {
      Instant planned = day.atTime(at).atZone(zone).toInstant();
      Instant next = daily.next(last, last);

      assertThat(next).isBetween(planned, planned.plus(most)).isEqualTo(daily.next(last, last));
      assertThat(daily.next(last, next)).as("asked when it is due").isEqualTo(next);
      delays.add(Duration.between(planned, next));
      last = next;
    }
    assertThat(delays.size()).isGreaterThan(minutes > 10 ? 300 : 0);
  }

  @Property
  void after_a_pause_one_run_is_due_at_once_and_then_the_usual_ones_are(
      @ForAll("times") LocalTime at,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 26 * 60, max = 400 * 24 * 60) long asleepMinutes) {
    BackupTimes daily = BackupTimes.daily(at, zone);
    Instant last = NEW_YEAR.atTime(at).atZone(zone).toInstant();
    Instant now = last.plus(Duration.ofMinutes(asleepMinutes));

    assertThat(daily.next(last, now)).isBeforeOrEqualTo(now);
    Instant next = daily.next(now, now);
    assertThat(next).isAfter(now);
    assertThat(next.atZone(zone).toLocalDate().atTime(at).atZone(zone).toInstant()).isEqualTo(next);
    assertThat(Duration.between(now, next)).isLessThanOrEqualTo(Duration.ofHours(26));
  }

  @Property
  void an_interval_is_kept_and_what_was_missed_is_due_once(
      @ForAll @LongRange(min = 60, max = 1_000_000) long seconds,
      @ForAll @LongRange(max = 1_000_000) long jitterSeconds,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 100_000_000) long passedSeconds) {
    Duration interval = Duration.ofSeconds(seconds);
    Jitter jitter = new Jitter(Duration.ofSeconds(Math.min(seconds, jitterSeconds)), seed);
    BackupTimes times = BackupTimes.every(interval).withJitter(jitter);
    Instant last = Instant.parse("2027-01-01T00:00:00Z");
    Instant now = last.plusSeconds(passedSeconds);

    Instant next = times.next(last, now);

    assertThat(next).isBetween(last.plus(interval), last.plus(interval).plus(jitter.most()));
    assertThat(times.next(now, now)).isAfter(now);
  }

  @Property
  void a_last_run_far_in_the_future_is_not_believed_and_one_slightly_ahead_is(
      @ForAll("times") LocalTime at,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 0, max = 600_000) long aheadMinutes) {
    Instant now = NEW_YEAR.atTime(12, 0).atZone(zone).toInstant();
    Instant last = now.plus(Duration.ofMinutes(aheadMinutes));

    for (BackupTimes times :
        new BackupTimes[] {
          BackupTimes.daily(at, zone), BackupTimes.every(Duration.ofMinutes(90))
        }) {
      Instant next = times.next(last, now);

      assertThat(next.equals(now)).isEqualTo(aheadMinutes > 60);
      assertThat(Duration.between(now, next)).isLessThanOrEqualTo(Duration.ofHours(27));
    }
  }

  @Example
  void without_a_last_run_one_is_due() {
    Instant now = Instant.parse("2027-01-01T00:00:00Z");

    assertThat(BackupTimes.daily(LocalTime.NOON, ZoneId.of("UTC")).next(null, now)).isEqualTo(now);
    assertThat(BackupTimes.every(Duration.ofDays(1)).next(null, now)).isEqualTo(now);
  }

  @Example
  void a_day_that_a_zone_left_out_has_no_second_run() {
    // 30 December 2011 was not there in Samoa.
    ZoneId apia = ZoneId.of("Pacific/Apia");
    BackupTimes daily = BackupTimes.daily(LocalTime.of(2, 0), apia);
    Instant last = LocalDate.of(2011, 12, 29).atTime(2, 0).atZone(apia).toInstant();

    Instant next = daily.next(last, last);

    assertThat(next).isEqualTo(LocalDate.of(2011, 12, 31).atTime(2, 0).atZone(apia).toInstant());
    assertThat(daily.next(next, next))
        .isEqualTo(LocalDate.of(2012, 1, 1).atTime(2, 0).atZone(apia).toInstant());
  }

  @Example
  void what_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> BackupTimes.every(Duration.ofSeconds(59)))
        .hasMessage("interval is PT59S, must be PT1M or longer");
    assertThatThrownBy(
            () -> BackupTimes.every(Duration.ofHours(1)).withJitter(jitter(Duration.ofHours(2))))
        .hasMessage("jitter is up to PT2H, must be PT1H or less");
    assertThatThrownBy(
            () ->
                BackupTimes.daily(LocalTime.NOON, ZoneId.of("UTC"))
                    .withJitter(jitter(Duration.ofHours(13))))
        .hasMessage("jitter is up to PT13H, must be PT12H or less");
    assertThatThrownBy(() -> jitter(Duration.ofSeconds(-1)))
        .hasMessage("most is PT-1S, must be zero or longer");
  }

  private static Jitter jitter(Duration most) {
    return new Jitter(most, 1);
  }
}
