// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has something done again and again, on a thread of its own. */
final class Ticker implements AutoCloseable {

  private static final long MILLIS = 10;

  private final ScheduledExecutorService thread;

  private Ticker(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  static Ticker start(Runnable action) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(work -> LinkRelay.daemon("ticker", work));
    var unused =
        thread.scheduleWithFixedDelay(() -> goOn(action), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    return new Ticker(thread);
  }

  /** What fails once, a port that is late to be free for instance, is tried at the next tick. */
  private static void goOn(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      return;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
