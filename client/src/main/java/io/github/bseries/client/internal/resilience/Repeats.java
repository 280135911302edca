// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a read whose fault may pass. Nothing that changes the appliance comes here.
 *
 * <p>The library decides how often and after how long. It is asked by its asynchronous context,
 * which tells the pause instead of sleeping: its own sleep is one static function for the whole
 * virtual machine. Safe for use by several threads.
 */
public final class Repeats {

  /** Before the second attempt; twice that before the third, and so on, up to {@link #LONGEST}. */
  static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  static final Duration LONGEST = Duration.ofSeconds(5);

  /** Each pause is up to so much shorter or longer, so that many programs do not come at once. */
  static final double JITTER = 0.5;

  private static final double FACTOR = 2;

  private final Retry retry;
  private final Pause pause;

  /**
   * Makes a way to repeat.
   *
   * @param attemptCount how often something is tried in all, 1 or more
   */
  public Repeats(int attemptCount, Pause pause) {
    IntervalFunction backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            FIRST_PAUSE.toMillis(), FACTOR, JITTER, LONGEST.toMillis());
    RetryConfig config =
        RetryConfig.<Attempt<?>>custom()
            .maxAttempts(attemptCount)
            .retryOnResult(Attempt::repeatable)
            .intervalBiFunction(
                (attempt, either) ->
                    Math.max(backoff.apply(attempt), either.get().earliest().toMillis()))
            .build();
    this.retry = Retry.of("read", config);
    this.pause = pause;
  }

  /**
   * Makes the attempt until it is not repeatable, until it was made often enough, until the pause
   * before the next would not end before the deadline, or until the thread is interrupted.
   *
   * @return what came of the last attempt; what that throws is thrown
   */
  public <T> T of(Supplier<Attempt<T>> attempt, Deadline deadline) {
    Retry.AsyncContext<Attempt<T>> context = retry.asyncContext();
    while (true) {
      Attempt<T> made = attempt.get();
      long pauseMillis = context.onResult(made);
      if (pauseMillis < 0 || !isOver(Duration.ofMillis(pauseMillis), deadline)) {
        return made.outcome().get();
      }
    }
  }

  /** Returns whether the pause is over, and there is time for another attempt. */
  private boolean isOver(Duration time, Deadline deadline) {
    if (time.compareTo(deadline.left()) >= 0 || Thread.currentThread().isInterrupted()) {
      return false;
    }
    try {
      pause.await(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !deadline.left().isZero();
  }
}
