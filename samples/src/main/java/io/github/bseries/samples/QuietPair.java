// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.testkit.SimulatedPair;
import java.io.PrintStream;
import java.time.Duration;

/** Measures how long a quiet pair takes for its life: a data sync a day, and nobody fails. */
public final class QuietPair {

  private QuietPair() {}

  /** Lets a pair live for so many days, in one step, and prints how long that took. */
  static SimulatedPair live(int days, PrintStream out) {
    SimulatedPair pair = SimulatedPair.create();
    long start = System.nanoTime();
    pair.advance(Duration.ofDays(days));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    out.println(days + " simulated days in " + millis + " ms");
    return pair;
  }

  /**
   * Runs 10,000 days.
   *
   * @param args none
   */
  public static void main(String[] args) {
    live(10_000, System.out);
  }
}
