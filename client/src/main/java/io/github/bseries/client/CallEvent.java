// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a call: for counters, and for logs of one's own.
 *
 * <p>A listener is given each on the thread that calls, in order, before the call goes on. It must
 * be quick, and must not call the client. What it throws is logged, errors as well, as a warning
 * the first time and as debug after that, and changes nothing. No event holds a secret, a token, a
 * header or a body.
 *
 * <p>Each call begins with {@link Started}. An {@link Answered} says that an answer came, whatever
 * stands in it; when that is a no, or cannot be read, a {@link Failed} follows for a call that
 * changes nothing. What became of a role change is told by its result alone.
 *
 * @since 0.1
 */
public sealed interface CallEvent {

  /** Returns when it happened, on the clock of the client. */
  Instant at();

  /** Returns where the call goes. */
  ApplianceAddress address();

  /**
   * Returns what is called: a command by its name, {@code backup}, {@code probe}, or {@code
   * /oauth2/token}.
   */
  String command();

  /**
   * A call begins.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @since 0.1
   */
  record Started(Instant at, ApplianceAddress address, String command) implements CallEvent {}

  /**
   * A token was fetched for it, since there was none that is good for long enough. A call that
   * waited for the token which another one fetched does not tell of it.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @since 0.1
   */
  record TokenFetched(Instant at, ApplianceAddress address, String command) implements CallEvent {}

  /**
   * It is tried once more.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @param attempt which attempt begins, 2 or more
   * @param reason how the last one ended
   * @since 0.1
   */
  record Retried(Instant at, ApplianceAddress address, String command, int attempt, String reason)
      implements CallEvent {}

  /**
   * It comes up against the limits of the account: it waits for its turn, or ends right after this,
   * or the appliance answered that there were too many.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @param delay how long until the next call may be sent; zero if the appliance did not say
   * @since 0.1
   */
  record Limited(Instant at, ApplianceAddress address, String command, Duration delay)
      implements CallEvent {}

  /**
   * A whole answer came. It may be an error with status 200.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @param status the HTTP status
   * @param took the time since the start, with waits and repeats
   * @since 0.1
   */
  record Answered(Instant at, ApplianceAddress address, String command, int status, Duration took)
      implements CallEvent {}

  /**
   * It ended without what was asked for.
   *
   * @param at when
   * @param address where it goes
   * @param command what is called
   * @param reason why
   * @param took the time since the start, with waits and repeats
   * @since 0.1
   */
  record Failed(Instant at, ApplianceAddress address, String command, String reason, Duration took)
      implements CallEvent {}

  /**
   * What to make of each kind of event.
   *
   * @param <T> what is made
   * @since 0.1
   */
  interface Cases<T extends @Nullable Object> {

    /** Makes something of the start of a call. */
    T started(Started event);

    /** Makes something of a token that was fetched. */
    T tokenFetched(TokenFetched event);

    /** Makes something of a further attempt. */
    T retried(Retried event);

    /** Makes something of a limit that was met. */
    T limited(Limited event);

    /** Makes something of an answer. */
    T answered(Answered event);

    /** Makes something of a failure. */
    T failed(Failed event);
  }

  /** Returns what the one that fits makes of this event. */
  default <T extends @Nullable Object> T fold(Cases<T> cases) {
    if (this instanceof Started it) {
      return cases.started(it);
    }
    if (this instanceof TokenFetched it) {
      return cases.tokenFetched(it);
    }
    if (this instanceof Retried it) {
      return cases.retried(it);
    }
    if (this instanceof Limited it) {
      return cases.limited(it);
    }
    if (this instanceof Answered it) {
      return cases.answered(it);
    }
    return cases.failed((Failed) this);
  }
}
