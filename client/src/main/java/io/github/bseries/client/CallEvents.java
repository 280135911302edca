// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of a client what happens in its calls. Safe for use by several threads. */
final class CallEvents {

  private static final Logger LOG = LoggerFactory.getLogger(CallEvents.class);

  private final ApplianceAddress address;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final @Nullable Consumer<? super CallEvent> listener;
  private final AtomicBoolean hasThrown = new AtomicBoolean();

  CallEvents(
      ApplianceAddress address,
      InstantSource clock,
      LongSupplier nanoTime,
      @Nullable Consumer<? super CallEvent> listener) {
    this.address = address;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.listener = listener;
  }

  /** Makes one call, and tells of its start, and of its end if that is a failure. */
  <T> T during(String command, Function<Span, T> call) {
    Span span = start(command);
    try {
      return call.apply(span);
    } catch (RuntimeException e) {
      // Of our own exceptions it is known that no secret stands in them.
      span.failed(
          e instanceof ApplianceException
              ? String.valueOf(e.getMessage())
              : e.getClass().getSimpleName());
      throw e;
    }
  }

  /** Tells of the start of a call. */
  Span start(String command) {
    tell(at -> new CallEvent.Started(at, address, command));
    return span(command);
  }

  /** Returns what measures from now on, for a call of which the start was told. */
  Span span(String command) {
    return new Span(command, nanoTime.getAsLong());
  }

  void limited(String command, Duration wait) {
    tell(at -> new CallEvent.Limited(at, address, command, wait));
  }

  private void tell(EventAt event) {
    Consumer<? super CallEvent> to = listener;
    if (to == null) {
      return;
    }
    CallEvent made = event.at(clock.instant());
    try {
      to.accept(made);
    } catch (Throwable e) {
      // Whatever a listener does, the call goes on, also after an error: a role change may be out,
      // and its answer must not be lost.
      if (hasThrown.compareAndSet(false, true)) {
        LOG.warn("a call listener threw, which changes nothing; it is told of further calls", e);
      } else {
        LOG.debug("a call listener threw once more", e);
      }
    }
  }

  /** One call from its start. */
  final class Span {

    private final String command;
    private final long start;

    private Span(String command, long start) {
      this.command = command;
      this.start = start;
    }

    void tokenFetched() {
      tell(at -> new CallEvent.TokenFetched(at, address, command));
    }

    void retried(int attempt, String reason) {
      tell(at -> new CallEvent.Retried(at, address, command, attempt, reason));
    }

    void answered(int status) {
      tell(at -> new CallEvent.Answered(at, address, command, status, took()));
    }

    void failed(String reason) {
      tell(at -> new CallEvent.Failed(at, address, command, reason, took()));
    }

    private Duration took() {
      return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - start));
    }
  }

  /** Makes an event of a moment, if anybody listens. */
  private interface EventAt {

    CallEvent at(Instant moment);
  }
}
