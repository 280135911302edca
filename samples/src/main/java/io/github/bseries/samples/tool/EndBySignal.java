// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what is underway when a signal ends the process, and waits until its unfinished files are
 * gone. Closed when it is over.
 */
final class EndBySignal implements AutoCloseable {

  private static final long TIDYING_SECONDS = 5;

  private final Runnable end;
  private final PrintWriter err;
  private final String left;
  private final Thread hook = new Thread(this::end, "end-by-a-signal");
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean ending;

  private EndBySignal(Runnable end, PrintWriter err, String left) {
    this.end = end;
    this.err = err;
    this.left = left;
  }

  /**
   * Watches for a signal from now on.
   *
   * @param end ends what is underway; it is called by another thread
   * @param left what may be left if that takes too long
   */
  static EndBySignal of(Runnable end, PrintWriter err, String left) {
    EndBySignal signal = new EndBySignal(end, err, left);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Returns whether the process is ending. */
  boolean isEnding() {
    return ending;
  }

  /** What the hook does. */
  void end() {
    ending = true;
    end.run();
    try {
      boolean inTime = over.await(TIDYING_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        err.println("bseries: " + left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that nothing is underway any more. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is at work.
      return;
    }
  }
}
