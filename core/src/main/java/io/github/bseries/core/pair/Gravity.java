// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * How much something that was found matters, from the lightest to the heaviest.
 *
 * <p>The heaviest of several outweighs the others. {@link #UNKNOWN} is never better than {@link
 * #CRITICAL}, nor worse: what could not be told may be as bad as it gets.
 *
 * @since 0.1
 */
public enum Gravity {
  /** All is as it should be. */
  FINE,

  /** It works, but somebody should look at it. */
  ATTENTION,

  /** It could not be told. */
  UNKNOWN,

  /** It does not work, or data is in danger. */
  CRITICAL;

  /** Returns the heavier of the two. */
  public Gravity heavier(Gravity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Returns whether this is better news than the other. Between {@link #UNKNOWN} and {@link
   * #CRITICAL} neither is.
   */
  public boolean isBetterThan(Gravity other) {
    return this != UNKNOWN && compareTo(other) < 0;
  }
}
