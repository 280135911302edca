// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.SimulatedPair;
import java.util.function.Supplier;

/** The pair and the server that a program runs; both can be replaced by new ones. */
final class Simulation implements AutoCloseable {

  private final Supplier<SimulatedPair> pairs;
  private final Object lock = new Object();
  private SimulatedPairServer server;

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

  /** Begins anew: at the same addresses, with the same account and certificate. */
  void reset() {
    synchronized (lock) {
      server = server.replaceBy(pairs.get());
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      server.close();
    }
  }
}
