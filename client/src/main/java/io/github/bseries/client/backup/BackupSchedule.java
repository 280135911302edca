// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

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
 * time; a run is not repeated before. Each minute the clock is read anew, so a clock that is set,
 * and a computer that slept, are noticed within a minute. What was missed is made up for once. When
 * the last run was, the archive tells: the newest backup that was called at one of the hosts of the
 * pair, also one by hand. So it does not matter how often a program is started anew.
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
  private final Consumer<? super ScheduleEvent> listener;
  private final SwapWatch swaps = new SwapWatch();
  private final Deque<ScheduledRun> runs = new ArrayDeque<>();
  private @Nullable OngoingRun ongoing;
  private Instant dueAt = Instant.EPOCH;
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
      return closed ? Optional.empty() : Optional.ofNullable(next);
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
      return ongoing != null;
    }
  }

  /** Returns whether it came to its end: it was closed, or its executor takes nothing more. */
  public boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  BackupSchedule started() {
    synchronized (lock) {
      awaited = executor.schedule(this::step, 0, TimeUnit.NANOSECONDS);
    }
    return this;
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
      pause = work();
    } finally {
      again(pause);
    }
  }

  private Duration work() {
    OngoingRun run = current();
    if (run == null) {
      Instant now = clock.instant();
      Instant due = due(now);
      if (due.isAfter(now)) {
        Duration wait = Duration.between(now, due);
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
  private Instant due(Instant now) {
    Instant due = times.next(last, now);
    if (!due.isAfter(now)) {
      Optional<Instant> kept = kept().filter(it -> !it.isAfter(now));
      Instant known = last;
      if (kept.isPresent() && (known == null || known.isAfter(now) || kept.get().isAfter(known))) {
        last = kept.get();
        due = times.next(last, now);
      }
    }
    synchronized (lock) {
      next = due;
    }
    return due;
  }

  /** What the archive cannot tell, the run is going to tell. */
  private Optional<Instant> kept() {
    try {
      return port.lastRun();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private OngoingRun begin(Instant due, Instant now) {
    OngoingRun run = new OngoingRun(port, swaps, pauses, clock, this::tell);
    synchronized (lock) {
      ongoing = run;
      next = null;
      last = now;
      dueAt = due;
    }
    tell(new ScheduleEvent.Started(now, due));
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
      Instant startedAt = last;
      if (run == null || startedAt == null) {
        return;
      }
      ongoing = null;
      if (leftFor != null) {
        run.leave(leftFor);
      }
      result = run.ended(dueAt, startedAt);
      runs.addFirst(result);
      if (runs.size() > KEPT_RUNS) {
        runs.removeLast();
      }
    }
    tell(new ScheduleEvent.Ended(result));
  }

  private void again(Duration pause) {
    boolean over;
    synchronized (lock) {
      try {
        if (!closed) {
          awaited = executor.schedule(this::step, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
      } catch (RejectedExecutionException e) {
        closed = true;
      }
      over = closed;
    }
    if (over) {
      end("the schedule came to its end");
    }
    synchronized (lock) {
      worker = null;
      lock.notifyAll();
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
   * Ends the schedule: no look and no download begins any more, and a run that waits for its second
   * side is left unfinished. A download that is underway is waited for, so that nothing is at work
   * on the pair or the archive when this returns. To end that one, too, close the pair first.
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
