// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Something that no API tells, as somebody read it off a page on some day.
 *
 * <p>It was true then, if that person read well. Whether it is true still, nobody knows: the older
 * it is, the less it counts.
 *
 * @param value what was attested
 * @param by who attested it: a name or a ticket, for a human to ask; never blank
 * @param at when it was attested
 * @param <T> what was attested
 * @source D-FOPAGE, S-CFG (no API found that reads the Failover page)
 * @since 0.1
 */
public record Attested<T>(T value, String by, Instant at) {

  /**
   * Takes away the white space around the name.
   *
   * @throws IllegalArgumentException if {@code by} is blank
   */
  public Attested {
    requireNonNull(value, "value");
    by = requireNonNull(by, "by").strip();
    requireNonNull(at, "at");
    if (by.isEmpty()) {
      throw new IllegalArgumentException("by is blank; an attestation needs somebody to ask");
    }
  }

  /**
   * Returns how old this attestation is at a moment; negative if it was made after that moment,
   * which says that a clock or a date is wrong.
   */
  public Duration age(Instant moment) {
    return Duration.between(at, moment);
  }

  /**
   * Returns what this function makes of the value, attested by the same person at the same time.
   */
  public <R> Attested<R> map(Function<? super T, ? extends R> function) {
    return new Attested<>(function.apply(value), by, at);
  }
}
