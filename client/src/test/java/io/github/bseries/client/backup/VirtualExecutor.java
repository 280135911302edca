// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An executor whose time passes when a test says so, on the test's own thread. Beside the time that
 * passes it has a wall clock, which can be set, and which goes on while a computer sleeps.
 */
final class VirtualExecutor extends ScheduledThreadPoolExecutor implements InstantSource {

  private final Queue<Step> steps =
      new PriorityQueue<>(
          Comparator.comparingLong((Step it) -> it.at).thenComparing(it -> it.order));
  private long passed;
  private int order;
  private Instant wall;

  VirtualExecutor(Instant wall) {
    super(0);
    this.wall = wall;
  }

  @Override
  public Instant instant() {
    return wall;
  }

  /** Sets the wall clock, or has the computer sleep: no time passes for the steps. */
  void setClock(Instant to) {
    wall = to;
  }

  /** Lets time pass for the steps and on the wall. */
  void advance(Duration duration) {
    long end = passed + duration.toNanos();
    while (!steps.isEmpty() && steps.peek().at <= end) {
      Step step = steps.remove();
      pass(step.at);
      if (!step.isCancelled()) {
        step.task.run();
      }
    }
    pass(end);
  }

  private void pass(long to) {
    wall = wall.plusNanos(to - passed);
    passed = to;
  }

  int waiting() {
    return (int) steps.stream().filter(step -> !step.isCancelled()).count();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (isShutdown()) {
      throw new RejectedExecutionException("it is shut down");
    }
    Step step = new Step(command, passed + unit.toNanos(delay), order++);
    steps.add(step);
    return step;
  }

  @Override
  public List<Runnable> shutdownNow() {
    steps.clear();
    return super.shutdownNow();
  }

  private static final class Step extends FutureTask<Object> implements ScheduledFuture<Object> {

    private final Runnable task;
    private final long at;
    private final int order;

    Step(Runnable task, long at, int order) {
      super(task, null);
      this.task = task;
      this.at = at;
      this.order = order;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
