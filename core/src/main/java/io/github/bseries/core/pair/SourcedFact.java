// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is known about appliances, in words, and where it stands.
 *
 * @param text the fact as one sentence, in our words
 * @param source the key of the source, as listed in {@code docs/sources.md}, and the part of it:
 *     {@code S1 "Best Practices"}
 * @since 0.1
 */
public record SourcedFact(String text, String source) {

  /**
   * Checks that both are there.
   *
   * @throws IllegalArgumentException if either is blank
   */
  public SourcedFact {
    if (requireNonNull(text, "text").isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
    if (requireNonNull(source, "source").isBlank()) {
      throw new IllegalArgumentException("source is blank; a fact without one is a guess");
    }
  }

  /** Returns the sentence with its source behind it in brackets. */
  @Override
  public String toString() {
    return text + " [" + source + "]";
  }
}
