// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs something beside the test, on a thread of its own. The common pool has one thread only on a
 * machine with two cores, so that two that wait for each other there wait for ever.
 */
public final class OwnThread {

  private OwnThread() {}

  /** Starts it, and returns what will come of it. */
  public static <T> CompletableFuture<T> of(Supplier<T> task) {
    return CompletableFuture.supplyAsync(
        task,
        runnable -> {
          Thread thread = new Thread(runnable, "beside-the-test");
          thread.setDaemon(true);
          thread.start();
        });
  }
}
