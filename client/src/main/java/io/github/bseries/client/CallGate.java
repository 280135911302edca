// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.AnswerHead;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.resilience.CallRate;
import io.github.bseries.client.internal.resilience.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lets a call pass when its account may make it, and takes in what answers say about that. */
final class CallGate {

  /**
   * How long a server is believed that it wants no calls: long enough for a minute's limit, and
   * short enough that a wrong header makes nobody blind.
   */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final CallRate rate;
  private final AccountCalls.AtAddress place;
  private final Answers answers;
  private final WhenLimited whenLimited;
  private final Times times;

  CallGate(
      AccountCalls shared,
      AccountCalls.AtAddress place,
      Answers answers,
      WhenLimited whenLimited,
      Times times) {
    this.rate = shared.rate();
    this.place = place;
    this.answers = answers;
    this.whenLimited = whenLimited;
    this.times = times;
  }

  /** The clocks of a client, what lets time pass, and who is told of it. */
  record Times(InstantSource clock, LongSupplier nanoTime, Pauses pauses, CallEvents events) {}

  boolean waits() {
    return whenLimited == WhenLimited.WAIT;
  }

  /**
   * Returns when a call that changes nothing may be sent. It leaves half of the time that is left
   * to the call itself: a call that was given no time would look like silence.
   *
   * @throws LimitReachedException if that is too far away
   */
  void pass(String command, Deadline deadline) {
    pass(command, deadline.left().dividedBy(2));
  }

  /**
   * Returns when a call may be sent.
   *
   * @throws LimitReachedException if that is farther away than the patience of the caller
   * @throws UnreachableException if the thread is interrupted meanwhile, or the client closed
   */
  void pass(String command, Duration patience) {
    Duration atMost = waits() ? patience : Duration.ZERO;
    Duration pause = Duration.ofNanos(Math.max(0, place.pausedForNanos()));
    if (pause.compareTo(atMost) > 0) {
      times.events.limited(command, pause);
      throw answers.notSent(command, pause);
    }
    await(command, pause);
    Duration left = atMost.minus(pause);
    Duration wait = rate.book(times.nanoTime.getAsLong(), left);
    if (wait.compareTo(left) > 0) {
      times.events.limited(command, wait);
      throw answers.notSent(command, wait);
    }
    await(command, wait);
  }

  /** Tells that the other side wants no calls for now. */
  void limited(String command, Duration wait) {
    times.events.limited(command, wait);
  }

  /** Takes in an answer. */
  void note(AnswerHead head) {
    Long remaining = head.callsRemaining();
    if (remaining != null) {
      place.told(new RemainingCalls(remaining, head.callsLimit(), times.clock.instant()));
    }
    Duration pause = bounded(head.retryAfter());
    if (head.status() == Answers.TOO_MANY && pause != null) {
      place.pause(pause.toNanos());
    }
  }

  /** Returns how long a server asks to wait, as far as it is believed; null if it does not. */
  static @Nullable Duration bounded(@Nullable Duration retryAfter) {
    return retryAfter != null && retryAfter.compareTo(LONGEST_PAUSE) > 0
        ? LONGEST_PAUSE
        : retryAfter;
  }

  private void await(String command, Duration pause) {
    if (pause.isZero()) {
      return;
    }
    times.events.limited(command, pause);
    try {
      if (!times.pauses.await(pause)) {
        throw answers.unsent(command, "not sent: " + HttpCaller.CLOSED_MEANWHILE, false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw answers.unsent(
          command, "not sent: interrupted while it waited for its turn under the limits", false);
    }
  }
}
