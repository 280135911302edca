// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.SimulatedPair;
import java.util.function.Supplier;

/** The pair and the server that a program runs; both can be replaced by new ones. */
final class Simulation implements AutoCloseable {

  private final Supplier<SimulatedPair> pairs;
  private final Object lock = new Object();
  private SimulatedPairServer server;
  private boolean closed;

  Simulation(Supplier<SimulatedPair> pairs, int portBase) {
    this.pairs = pairs;
    this.server = SimulatedPairServer.start(pairs.get(), portBase);
  }

  SimulatedPairServer server() {
    synchronized (lock) {
      return server;
    }
  }

  SimulatedPair pair() {
    return server().pair();
  }

  /**
   * Begins anew: at the same addresses, with the same account and certificate. If the new pair or
   * its servers cannot be had, the old ones stay; and what fails after that can be tried again.
   *
   * @throws IllegalStateException if this is closed
   */
  void reset() {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("this simulator is ending");
      }
      SimulatedPairServer old = server;
      SimulatedPairServer next = old.successor(pairs.get());
      server = next;
      next.takeOver(old);
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      server.close();
    }
  }
}
