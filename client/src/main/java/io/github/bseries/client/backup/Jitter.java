// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * By how much later than planned a run begins, so that many schedules do not ask at one moment. For
 * one seed and one moment it is always the same, also after a restart.
 *
 * @param most the most that it may be, zero or longer
 * @param seed what makes it another one; give each schedule its own
 * @since 0.1
 */
public record Jitter(Duration most, long seed) {

  /** No jitter: a run begins when it is planned. */
  public static final Jitter NONE = new Jitter(Duration.ZERO, 0);

  /**
   * Checks that it is not below zero.
   *
   * @throws IllegalArgumentException if it is
   */
  public Jitter {
    if (requireNonNull(most, "most").isNegative()) {
      throw new IllegalArgumentException("most is " + most + ", must be zero or longer");
    }
  }

  /** Returns the moment at which what is planned for this one begins: the same or a later one. */
  public Instant after(Instant planned) {
    long moment = planned.getEpochSecond() * 1_000 + planned.getNano() / 1_000_000;
    // The first number of nearby seeds is nearly the same; the split one is not.
    SplittableRandom random = new SplittableRandom(seed ^ (moment * 0x9E3779B97F4A7C15L)).split();
    return planned.plusMillis(random.nextLong(most.toMillis() + 1));
  }
}
