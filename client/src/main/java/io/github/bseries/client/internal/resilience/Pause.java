// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /**
   * Returns after this time, longer than zero, or as soon as the client is closed; the next attempt
   * finds that out by itself.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await(Duration duration) throws InterruptedException;
}
