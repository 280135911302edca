// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.PairSide;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs up both sides of a pair again and again, at {@link BackupTimes}, until it is closed.
 *
 * <p>A run looks at the pair, stores a backup of the normal primary, and some time later looks
 * again and stores one of the normal backup. Runs never overlap. While a swap is seen or pending
 * nothing is asked: when both are backup, when a role is another than at the look before, or when a
 * client of the pair asked for a role change that was not seen yet. The pair is then looked at
 * again after a while; a run for which that takes too long is left unfinished.
 *
 * <p>Whatever goes wrong in a run stands in its {@link ScheduledRun}, and the next run comes at its
 * time; a run is not repeated before. While somebody else writes to the archive, it waits as for a
 * swap. Each minute the clock is read anew, so a clock that is set, and a computer that slept, are
 * noticed within a minute. What was missed is made up for once. When the last run was, the archive
 * tells: the newest backup that was called at the host of the normal primary, also one by hand.
 * Where only one side has one since a run was due, as after a restart between the sides, the other
 * one alone is asked, once for each start. An archive keeps backups and no refusals, so a standby
 * that gives none is taken for a side that a restart left, and is asked once more after each start
 * that comes between two runs; no more than that, and nothing of it postpones or repeats a run.
 *
 * <p>Its steps run on an executor of the caller, which holds no thread in between. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class BackupSchedule implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(BackupSchedule.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int KEPT_RUNS = 30;

  private final Object lock = new Object();
  private final BackupTimes times;
  private final SchedulePort port;
  private final ScheduledExecutorService executor;
  private final InstantSource clock;
  private final OngoingRun.Pauses pauses;
  private final OngoingRun.Surroundings around;
  private final Consumer<? super ScheduleEvent> listener;
  private final SwapWatch swaps = new SwapWatch();
  private final Deque<ScheduledRun> runs = new ArrayDeque<>();
  private @Nullable OngoingRun ongoing;
  private @Nullable Instant last;
  private @Nullable Instant next;
  private @Nullable Thread worker;
  private @Nullable Future<?> awaited;
  private boolean closed;

  BackupSchedule(BackupScheduleBuilder builder, SchedulePort port) {
    this.times = builder.times;
    this.port = port;
    this.executor = builder.executor;
    this.clock = builder.clock;
    this.pauses =
        new OngoingRun.Pauses(builder.apart, builder.lookAgainAfter, builder.longestPostponement);
    this.listener = builder.listener;
    this.around = new OngoingRun.Surroundings(port, clock, this::tell, this::isOver);
  }

  /**
   * Returns a builder.
   *
   * @param times when to run
   * @param executor where to run; it stays open when the schedule is closed. A run holds one of its
   *     threads while it looks and while it stores
   */
  public static BackupScheduleBuilder builder(
      BackupTimes times, ScheduledExecutorService executor) {
    return new BackupScheduleBuilder(
        requireNonNull(times, "times"), requireNonNull(executor, "executor"));
  }

  /** Returns when the next run begins; empty while one is underway, and after the end. */
  public Optional<Instant> nextRunAt() {
    synchronized (lock) {
      return isOver() ? Optional.empty() : Optional.ofNullable(next);
    }
  }

  /** Returns what came of the last runs, the newest first; thirty at most. */
  public List<ScheduledRun> lastRuns() {
    synchronized (lock) {
      return List.copyOf(runs);
    }
  }

  /** Returns whether a run is underway, be it that it is postponed or between its sides. */
  public boolean isRunning() {
    synchronized (lock) {
      return ongoing != null && (worker != null || !isOver());
    }
  }

  /** Returns whether it came to its end: it was closed, or its executor takes nothing more. */
  public boolean isClosed() {
    return isOver();
  }

  BackupSchedule started() {
    synchronized (lock) {
      awaited = executor.schedule(this::step, 0, TimeUnit.NANOSECONDS);
    }
    return this;
  }

  /** An executor that was shut down may still carry out the steps that it has, or drop them. */
  private boolean isOver() {
    synchronized (lock) {
      return closed || executor.isShutdown();
    }
  }

  private void step() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      worker = Thread.currentThread();
    }
    Duration pause = LONGEST_WAIT;
    try {
      pause = isOver() ? Duration.ZERO : work();
    } finally {
      try {
        again(pause);
      } finally {
        synchronized (lock) {
          worker = null;
          lock.notifyAll();
        }
      }
    }
  }

  private Duration work() {
    OngoingRun run = current();
    if (run == null) {
      Instant now = clock.instant();
      Due due = due(now);
      if (!due.isDue(now)) {
        Duration wait = Duration.between(now, due.at());
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
      }
      run = begin(due, now);
    }
    Duration pause = run.step();
    if (pause == null) {
      end(null);
      return Duration.ZERO;
    }
    return pause;
  }

  /** The archive is asked only if a run seems due: then somebody may have made one by hand. */
  private Due due(Instant now) {
    Due due = Due.after(last, times, now);
    if (due.isDue(now)) {
      due =
          due.by(
              kept(PairSide.NORMAL_PRIMARY, now),
              kept(PairSide.NORMAL_BACKUP, now),
              pauses.longestLag(),
              times,
              now);
      last = due.since();
    }
    synchronized (lock) {
      next = due.at();
    }
    return due;
  }

  /** What the archive cannot tell, the run is going to tell. */
  private @Nullable Instant kept(PairSide side, Instant now) {
    try {
      return port.newest(side).filter(it -> !it.isAfter(now)).orElse(null);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private OngoingRun begin(Due due, Instant now) {
    OngoingRun run = new OngoingRun(around, swaps, pauses, due, now);
    synchronized (lock) {
      ongoing = run;
      next = null;
      last = due.lastWhenBegun(now);
    }
    tell(new ScheduleEvent.Started(now, due.at()));
    return run;
  }

  private @Nullable OngoingRun current() {
    synchronized (lock) {
      return ongoing;
    }
  }

  /** Ends the run that is underway, if one is. */
  private void end(@Nullable String leftFor) {
    ScheduledRun result;
    synchronized (lock) {
      OngoingRun run = ongoing;
      if (run == null) {
        return;
      }
      ongoing = null;
      if (leftFor != null) {
        run.leave(leftFor);
      }
      result = run.ended();
      runs.addFirst(result);
      if (runs.size() > KEPT_RUNS) {
        runs.removeLast();
      }
    }
    tell(new ScheduleEvent.Ended(result));
  }

  private void again(Duration pause) {
    synchronized (lock) {
      try {
        if (!closed) {
          awaited = executor.schedule(this::step, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
      } catch (RejectedExecutionException e) {
        closed = true;
      }
    }
    if (isOver()) {
      end("the schedule came to its end");
    }
  }

  private void tell(ScheduleEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOGGER.warn("a listener of the backup schedule failed", e);
    }
  }

  /**
   * Ends the schedule: no look, no download and no pruning begins any more, also where a run is
   * underway, and a run that waits for its second side is left unfinished. A download that is
   * underway is waited for, so that nothing is at work on the pair or the archive when this
   * returns. To end that one, too, close the pair first.
   *
   * <p>Called by a listener it does not wait. An interrupt ends the wait, and stays set. Twice is
   * fine.
   */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      Future<?> step = awaited;
      if (step != null) {
        step.cancel(false);
      }
      if (worker == Thread.currentThread()) {
        return;
      }
      while (worker != null) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
    end("the schedule was closed");
  }

  /** Returns when it runs. */
  @Override
  public String toString() {
    return "BackupSchedule[" + times + "]";
  }
}
