// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.RequestedRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule in virtual time: a year passes in an instant. */
class BackupScheduleTest extends WithScriptedPair {

  private static final Duration YEAR = Duration.ofDays(365);

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
  void each_night_of_a_year_has_one_run_of_both_sides_apart_in_time(String zone) {
    pair.kept = START.minusSeconds(3600);
    try (BackupSchedule schedule = start(nightly(ZoneId.of(zone)))) {
      time.advance(YEAR);

      LocalDate first = pair.primaries.get(0).atZone(ZoneId.of(zone)).toLocalDate();
      assertThat(pair.primaries)
          .containsExactlyElementsOf(
              IntStream.range(0, 365)
                  .mapToObj(day -> first.plusDays(day).atTime(2, 30).atZone(ZoneId.of(zone)))
                  .map(it -> it.toInstant())
                  .toList());
      assertThat(pair.backups)
          .containsExactlyElementsOf(
              pair.primaries.stream().map(it -> it.plus(Duration.ofMinutes(10))).toList());
      assertThat(schedule.lastRuns()).hasSize(30).allMatch(ScheduledRun::isSuccess);
      assertThat(schedule.lastRuns().get(0).startedAt()).isEqualTo(pair.primaries.get(364));
      assertThat(schedule.nextRunAt()).isPresent();
      assertThat(pair.prunings).isEqualTo(365);
      assertThat(time.waiting()).isEqualTo(1);
    }
  }

  @Test
  void an_interval_with_jitter_is_kept_over_a_year() {
    Duration most = Duration.ofMinutes(30);
    try (BackupSchedule schedule =
        start(BackupTimes.every(Duration.ofHours(6)).withJitter(new Jitter(most, 42)))) {
      time.advance(YEAR);

      assertThat(schedule.isRunning()).isFalse();
      assertThat(pair.primaries.get(0)).isEqualTo(START);
      assertThat(pair.between())
          .allMatch(it -> it.compareTo(Duration.ofHours(6)) >= 0)
          .allMatch(it -> it.compareTo(Duration.ofHours(6).plus(most)) <= 0);
      assertThat(pair.primaries).hasSizeBetween(1_348, 1_460);
    }
  }

  @Test
  void what_was_missed_in_a_sleep_is_made_up_for_once_and_within_a_minute() {
    pair.kept = START.minusSeconds(3600);
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));
      Instant woken = time.instant().plus(Duration.ofDays(9));
      time.setClock(woken);
      time.advance(Duration.ofDays(1));

      assertThat(pair.primaries).hasSize(2);
      assertThat(pair.primaries.get(0)).isBetween(woken, woken.plusSeconds(60));
      assertThat(schedule.lastRuns().get(1).dueAt()).isBefore(woken);
      assertThat(pair.primaries.get(1).atZone(BERLIN).toLocalTime()).isEqualTo("02:30");
    }
  }

  @Test
  void a_restart_takes_from_the_archive_when_the_last_run_was() {
    pair.kept = START.minus(Duration.ofHours(2));
    try (BackupSchedule first = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));
      assertThat(first.nextRunAt()).contains(Instant.parse("2027-01-02T01:30:00Z"));
    }
    assertThat(pair.primaries).isEmpty();

    pair.kept = START.minus(Duration.ofDays(2));
    try (BackupSchedule second = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));
      assertThat(second.lastRuns()).hasSize(1);
    }
  }

  @Test
  void a_backup_by_hand_is_the_run_of_the_interval() {
    try (BackupSchedule schedule = start(BackupTimes.every(Duration.ofHours(6)))) {
      time.advance(Duration.ofHours(1));
      pair.kept = time.instant();
      time.advance(Duration.ofHours(5));

      assertThat(pair.primaries).hasSize(1);
      assertThat(schedule.nextRunAt()).contains(pair.kept.plus(Duration.ofHours(6)));
    }
  }

  @Test
  void a_clock_that_is_set_back_and_forth_all_year_costs_no_night() {
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      for (int day = 0; day < 365; day++) {
        time.advance(Duration.ofHours(24));
        time.setClock(time.instant().plusSeconds(day % 2 == 0 ? 7_000 : -7_000));
      }

      assertThat(schedule.isClosed()).isFalse();
      assertThat(pair.primaries).hasSizeBetween(364, 367);
      assertThat(pair.between()).allMatch(it -> it.compareTo(Duration.ofHours(29)) < 0);
    }
  }

  @Test
  void a_clock_that_was_years_ahead_and_is_corrected_brings_one_run_at_once() {
    time.setClock(START.plus(YEAR.multipliedBy(20)));
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));
      pair.kept = pair.primaries.get(0);
      time.setClock(START);
      time.advance(Duration.ofHours(1));
      assertThat(pair.primaries).hasSize(2);

      time.advance(Duration.ofDays(10));
      assertThat(schedule.lastRuns()).hasSize(12);
    }
  }

  @Test
  void nothing_is_asked_while_both_are_backup_or_roles_are_seen_to_change() {
    pair.roleOfPrimary = FailoverRole.BACKUP;
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofMinutes(4));
      assertThat(schedule.isRunning()).isTrue();
      assertThat(pair.primaries).isEmpty();
      pair.roleOfBackup = FailoverRole.PRIMARY;
      time.advance(Duration.ofMinutes(5));
      assertThat(pair.primaries).isEmpty();
      time.advance(Duration.ofMinutes(5));
      assertThat(pair.primaries).containsExactly(START.plus(Duration.ofMinutes(10)));

      pair.roleOfPrimary = FailoverRole.PRIMARY;
      pair.roleOfBackup = FailoverRole.BACKUP;
      time.advance(Duration.ofMinutes(10));
      assertThat(pair.backups).isEmpty();
      time.advance(Duration.ofMinutes(5));
      assertThat(pair.backups).hasSize(1);
      assertThat(schedule.lastRuns()).singleElement().matches(ScheduledRun::isSuccess);
    }
    assertThat(reasons()).hasSize(3);
    assertThat(reasons().get(0)).isEqualTo("both are backup, as in the middle of a swap");
    assertThat(reasons().get(1)).contains(" is primary now, and was backup at the look before");
    assertThat(reasons().get(2)).contains(" is primary now, and was backup at the look before");
  }

  @Test
  void nothing_is_asked_while_a_role_change_is_pending_and_after_two_hours_the_run_is_left() {
    pair.pending.add(
        new RequestedRole(ScriptedSource.A, FailoverRole.BACKUP, false, Instant.EPOCH));
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(3));

      assertThat(pair.primaries).isEmpty();
      assertThat(reasons()).hasSize(24);
      assertThat(schedule.lastRuns())
          .singleElement()
          .satisfies(
              run -> {
                assertThat(run.isSuccess()).isFalse();
                assertThat(run.summary())
                    .contains("the normal primary was not asked in PT2H: ")
                    .contains("was asked to become backup, and was not seen to be it yet");
              });
      pair.pending.clear();
      time.advance(Duration.ofDays(1));
      assertThat(schedule.lastRuns().get(0).isSuccess()).isTrue();
    }
  }

  @Test
  void a_run_that_fails_is_kept_with_its_exception_and_the_next_one_comes() {
    List<Throwable> failures =
        List.of(
            new IllegalArgumentException("y"),
            new IllegalStateException("x"),
            new StackOverflowError());
    pair.atStore =
        () -> {
          int run = pair.primaries.size() - 1;
          if (run < failures.size()) {
            throwIt(failures.get(run));
          }
        };
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofDays(4));

      List<ScheduledRun> runs = new ArrayList<>(schedule.lastRuns());
      assertThat(runs).hasSize(5);
      Collections.reverse(runs);
      for (int run = 0; run < failures.size(); run++) {
        assertThat(runs.get(run).failure()).isSameAs(failures.get(run));
        assertThat(runs.get(run).isSuccess()).isFalse();
        assertThat(runs.get(run).backup()).isEmpty();
      }
      assertThat(runs.get(3).isSuccess()).isTrue();
      assertThat(pair.prunings).isEqualTo(2);
    }
  }

  private static void throwIt(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void a_listener_that_throws_ends_nothing() {
    try (BackupSchedule schedule =
        BackupSchedule.builder(nightly(BERLIN), time)
            .clock(time)
            .listener(
                event -> {
                  throw new IllegalStateException("not mine");
                })
            .start(pair)) {
      time.advance(Duration.ofDays(3));

      assertThat(schedule.lastRuns()).hasSize(4).allMatch(ScheduledRun::isSuccess);
    }
  }

  @Test
  void close_between_the_sides_leaves_the_second_one_and_nothing_waits_any_more() {
    BackupSchedule schedule = start(nightly(BERLIN));
    time.advance(Duration.ofMinutes(1));

    schedule.close();
    schedule.close();
    time.advance(YEAR);

    assertThat(pair.primaries).hasSize(1);
    assertThat(pair.backups).isEmpty();
    assertThat(time.waiting()).isZero();
    assertThat(schedule.nextRunAt()).isEmpty();
    assertThat(schedule.lastRuns())
        .singleElement()
        .matches(run -> "the schedule was closed".equals(run.unfinished()));
    assertThat(events).last().isInstanceOf(ScheduleEvent.Ended.class);
  }

  @Test
  void close_waits_for_the_download_that_is_underway() throws InterruptedException {
    ScheduledExecutorService real = Executors.newScheduledThreadPool(1);
    CountDownLatch storing = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    pair.atStore =
        () -> {
          storing.countDown();
          awaitQuietly(finish);
        };
    BackupSchedule schedule = BackupSchedule.builder(nightly(BERLIN), real).start(pair);
    storing.await();
    Thread closing =
        new Thread(
            () -> {
              schedule.close();
              closed.countDown();
            });
    closing.start();
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(closed.getCount()).isEqualTo(1);
    finish.countDown();
    closed.await();

    assertThat(schedule.lastRuns()).singleElement().matches(run -> run.sides().size() == 1);
    assertThat(real.shutdownNow()).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void close_by_a_listener_does_not_wait_for_itself() {
    List<BackupSchedule> started = new ArrayList<>();
    started.add(
        BackupSchedule.builder(nightly(BERLIN), time)
            .clock(time)
            .apart(Duration.ZERO)
            .listener(event -> started.get(0).close())
            .start(pair));
    time.advance(YEAR);

    assertThat(started.get(0).lastRuns()).singleElement().matches(run -> run.sides().isEmpty());
    assertThat(pair.looks).isZero();
    assertThat(pair.primaries).isEmpty();
    assertThat(started.get(0).isRunning()).isFalse();
    assertThat(time.waiting()).isZero();
  }

  @Test
  void an_executor_that_takes_nothing_more_is_the_end() {
    BackupSchedule schedule = start(nightly(BERLIN));
    pair.atStore = time::shutdown;
    time.advance(Duration.ofMinutes(1));

    assertThat(schedule.isClosed()).isTrue();
    assertThat(schedule.lastRuns())
        .singleElement()
        .matches(run -> "the schedule came to its end".equals(run.unfinished()));
    assertThatThrownBy(() -> start(nightly(BERLIN))).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void settings_that_make_no_sense_are_named() {
    assertThatThrownBy(
            () ->
                BackupSchedule.builder(nightly(BERLIN), time)
                    .lookAgainAfter(Duration.ZERO)
                    .start(pair))
        .hasMessage("lookAgainAfter is PT0S, must be above zero");
    assertThatThrownBy(
            () ->
                BackupSchedule.builder(nightly(BERLIN), time)
                    .apart(Duration.ofSeconds(-1))
                    .start(pair))
        .hasMessage("apart is PT-1S, must be zero or longer");
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    assertThatThrownBy(
            () -> BackupSchedule.builder(nightly(BERLIN), time).apart(forever).start(pair))
        .hasMessageEndingWith(", must be PT8784H or shorter");
    assertThatThrownBy(() -> BackupTimes.every(forever))
        .hasMessageEndingWith(", must be PT8784H or shorter");
  }
}
