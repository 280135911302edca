// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Who is told of the changes of a pair. Safe for use by several threads; told under no lock. */
final class PairListeners {

  private static final Logger LOG = System.getLogger(PairListeners.class.getName());

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong told = new AtomicLong();
  private final ThreadLocal<Integer> tellings = ThreadLocal.withInitial(() -> 0);

  void add(Runnable listener) {
    listeners.add(requireNonNull(listener, "listener"));
  }

  void remove(Runnable listener) {
    listeners.remove(listener);
  }

  /** Has all listeners run, which then know of the first {@code changes} changes. */
  void tell(long changes) {
    tellings.set(tellings.get() + 1); // a listener may come back here
    try {
      listeners.forEach(PairListeners::run);
      told.accumulateAndGet(changes, Math::max);
    } finally {
      tellings.set(tellings.get() - 1);
    }
  }

  /** Does so if another thread noticed these changes, and may still be on its way to them. */
  void tellOnce(long changes) {
    if (told.get() < changes && tellings.get() == 0) {
      tell(changes);
    }
  }

  /**
   * Whoever made the change is not to blame for what a listener makes of it, nor are the others.
   */
  private static void run(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Logger.Level.ERROR, "a listener of the simulated pair failed", e);
    }
  }
}
