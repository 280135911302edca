// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The pauses of one client, which end when it is closed. Safe for use by several threads. */
final class Pauses implements AutoCloseable {

  private final Waiter waiter;
  private final Set<Thread> pausing = new HashSet<>();
  private boolean closed;

  Pauses(Waiter waiter) {
    this.waiter = waiter;
  }

  /**
   * Lets this time pass, longer than zero.
   *
   * @return whether it has; false if the client is closed
   * @throws InterruptedException if somebody interrupts the thread
   */
  boolean await(Duration duration) throws InterruptedException {
    Thread current = Thread.currentThread();
    synchronized (this) {
      if (closed) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      pausing.add(current);
    }
    boolean interrupted = false;
    try {
      waiter.await(duration);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      interrupted = wokenByOthers(current, interrupted);
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    return !isClosed();
  }

  /** Takes back the interrupt that was ours; returns whether there was one that was not. */
  private synchronized boolean wokenByOthers(Thread current, boolean interrupted) {
    boolean ours = !pausing.remove(current);
    if (!ours) {
      return interrupted;
    }
    // Ours may have come too late to wake anybody, and must not wake what this thread does next.
    // A second one, after ours was taken, was somebody else's.
    return Thread.interrupted() && interrupted;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Returns whether it was this that wakes it: who was interrupted already wakes by himself. */
  private static boolean wake(Thread thread) {
    if (thread.isInterrupted()) {
      return false;
    }
    thread.interrupt();
    return true;
  }

  /** Wakes all that pause; nobody pauses any more. */
  @Override
  public synchronized void close() {
    closed = true;
    pausing.removeIf(Pauses::wake);
  }
}
