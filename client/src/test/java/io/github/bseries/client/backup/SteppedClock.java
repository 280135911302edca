// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes where a test says, back too. */
final class SteppedClock implements InstantSource {

  static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void step(Duration step) {
    now = now.plus(step);
  }
}
