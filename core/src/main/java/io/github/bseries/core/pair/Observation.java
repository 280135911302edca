// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of one look at one address.
 *
 * <p>An answer is not silence. Whoever wants to know whether an appliance is down may count {@link
 * Silent} only, and even several of them from one machine are still one view: our own network may
 * be what is broken. {@link Unreadable} says nothing about the appliance but that something is
 * there.
 *
 * @since 0.1
 */
public sealed interface Observation {

  /** Returns when the look ended, on the clock of whoever looked. */
  Instant at();

  /** Returns the health that was read; empty if none was. */
  default Optional<ApplianceHealth> health() {
    return fold(
        seen -> Optional.of(seen.applianceHealth()), u -> Optional.empty(), s -> Optional.empty());
  }

  /** Returns the role that was read; empty if none was. */
  default Optional<FailoverRole> role() {
    return health().map(ApplianceHealth::failoverRole);
  }

  /** Returns the observation on one line, for a human to read. Its form may change. */
  default String summary() {
    return fold(
        seen -> seen.applianceHealth().summary(),
        unreadable -> "unreadable: " + unreadable.reason(),
        silent -> "silent: " + silent.reason());
  }

  /**
   * Returns what the one function that fits makes of this observation.
   *
   * @param seen takes a health that was read
   * @param unreadable takes an answer without a health in it
   * @param silent takes silence
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super Seen, ? extends T> seen,
      Function<? super Unreadable, ? extends T> unreadable,
      Function<? super Silent, ? extends T> silent) {
    if (this instanceof Seen it) {
      return seen.apply(it);
    }
    if (this instanceof Unreadable it) {
      return unreadable.apply(it);
    }
    return silent.apply((Silent) this);
  }

  /**
   * Health was read.
   *
   * @param applianceHealth what the appliance said of itself
   * @param at when the answer was read, on our clock
   * @param applianceClock what the appliance's own clock showed then, to the second, taken from the
   *     {@code Date} of the same answer; null if the answer had none. Ages of what the appliance
   *     tells, such as that of its last data sync, are differences on this clock and never on ours
   * @since 0.1
   */
  record Seen(ApplianceHealth applianceHealth, Instant at, @Nullable Instant applianceClock)
      implements Observation {

    /** Checks that nothing needed is null. */
    public Seen {
      requireNonNull(applianceHealth, "applianceHealth");
      requireNonNull(at, "at");
    }

    /**
     * Returns how long ago the last data sync was when the appliance answered, on the appliance's
     * own clock. It says nothing of how that sync went: the words of its status are not documented.
     *
     * <p>A sync that lies in the future has no age: its time or the clock is wrong, and data must
     * not pass for fresh because of that. Only less than a second counts as zero, since the clock
     * shows whole seconds.
     *
     * @return zero or more; empty if the appliance told no time of a data sync or showed no clock,
     *     or if that time is a second or more after that clock
     */
    public Optional<Duration> dataAge() {
      LastDataSync sync = applianceHealth.lastDataSync();
      Instant synced = sync == null ? null : sync.time();
      if (synced == null || applianceClock == null) {
        return Optional.empty();
      }
      Duration age = Duration.between(synced, applianceClock);
      if (age.compareTo(Duration.ofSeconds(-1)) <= 0) {
        return Optional.empty();
      }
      return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }
  }

  /**
   * Something answered, but not with a health: a refused token, a missing permission, a page of a
   * proxy, a certificate for another name, an answer that broke off.
   *
   * @param at when that was noticed, on our clock
   * @param reason what came instead, for a human to read; without secrets
   * @since 0.1
   */
  record Unreadable(Instant at, String reason) implements Observation {

    /** Checks that nothing is null. */
    public Unreadable {
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * No byte came back: no such name, nobody there, connection refused, or a wait that ended.
   *
   * @param at when the wait ended, on our clock
   * @param reason how the silence showed, for a human to read
   * @since 0.1
   */
  record Silent(Instant at, String reason) implements Observation {

    /** Checks that nothing is null. */
    public Silent {
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }
}
