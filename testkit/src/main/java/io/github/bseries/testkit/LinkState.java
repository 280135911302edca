// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/**
 * What a link of the simulated network does with what it is given.
 *
 * @source assumed: these are ways of networks; how much slower a slow one is, is our choice
 * @since 0.1
 */
public enum LinkState {
  /** It carries everything. */
  UP(1),

  /** It carries a tenth of what it should in the same time. */
  SLOW(10),

  /** It carries nothing, and nobody is told so: who waits goes on waiting. */
  STALLED(0),

  /** It carries nothing, and whoever tries is told so at once. */
  CUT(0);

  private final int slowness;

  LinkState(int slowness) {
    this.slowness = slowness;
  }

  /** Returns whether anything arrives at the other end. */
  public boolean carries() {
    return slowness > 0;
  }

  /** Returns how many times longer everything takes than on a link that is up; zero for never. */
  public int slowness() {
    return slowness;
  }
}
