// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.PairClient;
import io.github.bseries.core.backup.RetentionPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a schedule. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class BackupScheduleBuilder {

  private static final Duration LONGEST = Duration.ofDays(366);

  final BackupTimes times;
  final ScheduledExecutorService executor;
  InstantSource clock = InstantSource.system();
  Duration apart = Duration.ofMinutes(10);
  Duration lookAgainAfter = Duration.ofMinutes(5);
  Duration longestPostponement = Duration.ofHours(2);
  private @Nullable RetentionPolicy retention;
  Consumer<? super ScheduleEvent> listener = event -> {};

  BackupScheduleBuilder(BackupTimes times, ScheduledExecutorService executor) {
    this.times = times;
    this.executor = executor;
  }

  /**
   * Sets how long to wait between the two sides, so that they do not make a backup at the same
   * time. 10 minutes unless set.
   *
   * @param apart zero or longer, a year at most
   */
  public BackupScheduleBuilder apart(Duration apart) {
    this.apart = requireNonNull(apart, "apart");
    return this;
  }

  /**
   * Sets how long to wait after a look that showed that roles may be changing. 5 minutes unless
   * set; health may be a minute old, so less than that tells little.
   *
   * @param lookAgainAfter longer than zero, a year at most
   * @source D-V2HEALTH (a minute)
   */
  public BackupScheduleBuilder lookAgainAfter(Duration lookAgainAfter) {
    this.lookAgainAfter = requireNonNull(lookAgainAfter, "lookAgainAfter");
    return this;
  }

  /**
   * Sets how long a run may be postponed in all before it is left unfinished. 2 hours unless set.
   *
   * @param longestPostponement zero or longer, a year at most; zero if a hindrance ends a run at
   *     once
   */
  public BackupScheduleBuilder longestPostponement(Duration longestPostponement) {
    this.longestPostponement = requireNonNull(longestPostponement, "longestPostponement");
    return this;
  }

  /**
   * Has each run that went well delete what this policy does not need of the appliances that it
   * stored a backup of. What the archive keeps of others stays, be it of another pair, or of an
   * appliance that was replaced. Nothing goes unless set.
   */
  public BackupScheduleBuilder pruneBy(RetentionPolicy retention) {
    this.retention = requireNonNull(retention, "retention");
    return this;
  }

  /**
   * Sets who is told, on the thread of the step. It should not take long. What it throws is logged,
   * and ends nothing.
   */
  public BackupScheduleBuilder listener(Consumer<? super ScheduleEvent> listener) {
    this.listener = requireNonNull(listener, "listener");
    return this;
  }

  /** Sets the clock that says when a run is due. The system's unless set. */
  public BackupScheduleBuilder clock(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Starts the schedule. Neither the pair nor the archive is closed with it.
   *
   * @param pair the pair
   * @param archive where to keep its backups
   * @param request what goes into each manifest
   * @throws IllegalStateException if a setting is wrong; the message names it
   * @throws RejectedExecutionException if the executor takes nothing
   */
  public BackupSchedule start(PairClient pair, BackupArchive archive, StoreRequest request) {
    requireNonNull(pair, "pair");
    requireNonNull(archive, "archive");
    requireNonNull(request, "request");
    return start(SchedulePort.of(pair, archive, request, retention));
  }

  BackupSchedule start(SchedulePort port) {
    check("apart", apart, 0);
    check("lookAgainAfter", lookAgainAfter, 1);
    check("longestPostponement", longestPostponement, 0);
    return new BackupSchedule(this, port).started();
  }

  private static void check(String setting, Duration value, long nanos) {
    if (value.compareTo(Duration.ofNanos(nanos)) < 0) {
      throw new IllegalStateException(
          setting + " is " + value + ", must be " + (nanos == 0 ? "zero or longer" : "above zero"));
    }
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          setting + " is " + value + ", must be " + LONGEST + " or shorter");
    }
  }
}
