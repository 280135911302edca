// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.LinkState;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * What a relay lets through at the moment: everything, slowly, or nothing. It rules all connections
 * of the relay, those that are there already as well.
 */
final class RelayGate {

  /** How often one looks again who waits before a shut gate. */
  static final int LOOK_MILLIS = 50;

  private static final int SLOW_BYTES_PER_SECOND = 2_000;

  private final boolean ofSite;
  private final Object lock = new Object();
  private boolean open = true;
  private int bytesPerSecond = Integer.MAX_VALUE;

  RelayGate(boolean ofSite) {
    this.ofSite = ofSite;
  }

  /** Returns whether the relay is the one of the site. */
  boolean isOfSite() {
    return ofSite;
  }

  /**
   * Lets through what a link in this state carries. One that is cut holds nothing back: its
   * connections are closed.
   */
  void carry(LinkState state) {
    synchronized (lock) {
      open = state != LinkState.STALLED;
      bytesPerSecond = state == LinkState.SLOW ? SLOW_BYTES_PER_SECOND : Integer.MAX_VALUE;
      lock.notifyAll();
    }
  }

  boolean isOpen() {
    synchronized (lock) {
      return open;
    }
  }

  int bytesPerSecond() {
    synchronized (lock) {
      return bytesPerSecond;
    }
  }

  /** Waits until bytes may pass; gives up when the connection has ended. */
  void awaitOpen(CountDownLatch ended) throws IOException {
    synchronized (lock) {
      while (!open) {
        if (ended.getCount() == 0) {
          throw new IOException("this connection is closed by now");
        }
        try {
          lock.wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted before a shut gate", e);
        }
      }
    }
  }
}
