// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Looks at both appliances and at the site at the same time, on threads of its own. */
final class PairLooks implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplianceClient primary;
  private final ApplianceClient backup;
  private final @Nullable ApplianceClient site;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newCachedThreadPool(named());

  PairLooks(
      ApplianceClient primary,
      ApplianceClient backup,
      @Nullable ApplianceClient site,
      InstantSource clock) {
    this.primary = primary;
    this.backup = backup;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Looks at all of them.
   *
   * @param owner what to call the client in messages
   * @throws IllegalStateException if this is closed
   */
  PairSnapshot all(Object owner) {
    ApplianceClient ofSite = site;
    CompletableFuture<Observation> one = first(owner);
    CompletableFuture<Observation> other = look(backup);
    CompletableFuture<Observation> third = ofSite == null ? null : look(ofSite);
    try {
      return new PairSnapshot(
          one.join(),
          other.join(),
          ofSite == null || third == null
              ? null
              : new SiteObservation(ofSite.address().name(), third.join()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Returns the threads of the looks, for whatever else is asked at both sides at once. */
  Executor threads() {
    return threads;
  }

  private CompletableFuture<Observation> first(Object owner) {
    try {
      return begin(primary);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException(owner + " is closed", e);
    }
  }

  /** Another look of those that the first has begun. */
  private CompletableFuture<Observation> look(ApplianceClient client) {
    try {
      return begin(client);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(ended());
    }
  }

  private CompletableFuture<Observation> begin(ApplianceClient client) {
    return CompletableFuture.supplyAsync(() -> observe(client), threads);
  }

  /** A look that was taken on before the close is no misuse, whether its call had begun or not. */
  private Observation observe(ApplianceClient client) {
    try {
      return client.observe();
    } catch (HttpCaller.ClosedException e) {
      if (!threads.isShutdown()) {
        throw e;
      }
      return ended();
    }
  }

  private Observation ended() {
    return new Observation.Unreadable(clock.instant(), HttpCaller.CLOSED_MEANWHILE);
  }

  private static ThreadFactory named() {
    int pair = COUNT.incrementAndGet();
    AtomicInteger thread = new AtomicInteger();
    return task -> {
      Thread made = new Thread(task, "bseries-pair-" + pair + "-look-" + thread.incrementAndGet());
      made.setDaemon(true);
      return made;
    };
  }

  /** Starts no more looks. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
