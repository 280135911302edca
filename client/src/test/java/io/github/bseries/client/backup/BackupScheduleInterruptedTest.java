// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a schedule does at its end, after a restart, and while somebody else writes. */
class BackupScheduleInterruptedTest extends WithScriptedPair {

  @Test
  void an_executor_that_drops_its_steps_leaves_nothing_that_seems_to_run() {
    BackupSchedule schedule = start(nightly(BERLIN));
    time.advance(Duration.ofMinutes(1));
    assertThat(schedule.isRunning()).isTrue();

    time.shutdownNow();

    assertThat(schedule.isClosed()).isTrue();
    assertThat(schedule.isRunning()).isFalse();
    assertThat(schedule.nextRunAt()).isEmpty();
    schedule.close();
    assertThat(schedule.lastRuns())
        .singleElement()
        .matches(run -> "the schedule was closed".equals(run.unfinished()));
  }

  @Test
  void nothing_is_asked_by_a_step_that_is_left_on_an_executor_that_was_shut_down() {
    BackupSchedule schedule = start(nightly(BERLIN));
    time.advance(Duration.ofMinutes(1));

    time.shutdown();
    time.advance(Duration.ofHours(1));

    assertThat(pair.backups).isEmpty();
    assertThat(schedule.isRunning()).isFalse();
    assertThat(schedule.lastRuns()).hasSize(1);
  }

  @Test
  void close_during_the_second_side_keeps_it_from_pruning() {
    List<BackupSchedule> started = new ArrayList<>();
    pair.atStore =
        () -> {
          if (!pair.backups.isEmpty()) {
            new Thread(started.get(0)::close).start();
            while (!started.get(0).isClosed()) {
              Thread.onSpinWait();
            }
          }
        };
    started.add(start(nightly(BERLIN)));
    time.advance(Duration.ofHours(1));

    assertThat(pair.backups).hasSize(1);
    assertThat(pair.prunings).isZero();
    assertThat(started.get(0).lastRuns()).singleElement().matches(ScheduledRun::isSuccess);
  }

  @Test
  void a_restart_between_the_sides_makes_up_for_the_second_one_once() {
    pair.kept = START.minus(Duration.ofMinutes(30));
    pair.keptOfBackup = START.minus(Duration.ofHours(24));
    BackupTimes noon = BackupTimes.daily(LocalTime.of(12, 30), BERLIN);
    for (int restart = 1; restart <= 2; restart++) {
      try (BackupSchedule schedule = start(noon)) {
        time.advance(Duration.ofHours(1));

        assertThat(schedule.lastRuns())
            .singleElement()
            .matches(ScheduledRun::isSuccess)
            .matches(run -> run.sides().size() == 1)
            .matches(run -> run.backup().isEmpty());
        assertThat(pair.backups).hasSize(restart);
      }
    }
    assertThat(pair.primaries).isEmpty();
    pair.keptOfBackup = pair.backups.get(0);
    try (BackupSchedule schedule = start(noon)) {
      time.advance(Duration.ofHours(1));
      assertThat(schedule.lastRuns()).isEmpty();
    }
    assertThat(pair.prunings).isEqualTo(2);
  }

  @Test
  void a_primary_that_is_missing_tonight_is_asked_without_the_backup_that_is_there() {
    pair.kept = START.minus(Duration.ofHours(24));
    pair.keptOfBackup = START.minus(Duration.ofMinutes(30));
    try (BackupSchedule schedule = start(BackupTimes.daily(LocalTime.of(12, 15), BERLIN))) {
      time.advance(Duration.ofHours(5));

      assertThat(pair.primaries).containsExactly(START);
      assertThat(pair.backups).isEmpty();
      assertThat(schedule.lastRuns()).hasSize(1);
    }
  }

  @Test
  void a_busy_archive_postpones_a_side_and_costs_no_night() {
    RuntimeException busy = new ArchiveBusyException("somebody else writes");
    pair.answer =
        () -> {
          if (pair.primaries.size() >= 3) {
            pair.answer = null;
          }
          return new SideBackup.Missed(
              PairSide.NORMAL_PRIMARY, "site1.example.com", null, null, false, busy);
        };
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));

      assertThat(reasons()).hasSize(3).allMatch(it -> it.contains("somebody else writes"));
      assertThat(schedule.lastRuns()).singleElement().matches(ScheduledRun::isSuccess);
    }
  }

  @Test
  void what_cannot_be_pruned_is_told_and_denies_no_backup() {
    pair.atPrune =
        () -> {
          throw new ArchiveBusyException("somebody else writes");
        };
    try (BackupSchedule schedule = start(nightly(BERLIN))) {
      time.advance(Duration.ofHours(1));

      assertThat(schedule.lastRuns())
          .singleElement()
          .matches(ScheduledRun::isSuccess)
          .matches(run -> run.failure() == null && run.unfinished() == null)
          .matches(run -> run.summary().contains("nothing could be deleted"))
          .extracting(ScheduledRun::pruneFailure)
          .isInstanceOf(ArchiveBusyException.class);
    }
  }
}
