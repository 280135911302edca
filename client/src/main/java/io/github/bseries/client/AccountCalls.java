// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessTokens;
import io.github.bseries.client.internal.auth.TokenShelf;
import io.github.bseries.client.internal.resilience.CallRate;
import io.github.bseries.core.pair.ApplianceAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all clients of one account share, as far as they have the same clock: the rate of their
 * calls, and what is known at each address. Safe for use by several threads.
 */
final class AccountCalls {

  private final CallRate rate;
  private final LongSupplier nanoTime;
  private final @Nullable Function<ApplianceAddress, TokenShelf> shelves;
  private final Map<ApplianceAddress, AtAddress> places = new ConcurrentHashMap<>();

  /** Makes what is shared; the shelves, if there are any, keep the token of each address. */
  AccountCalls(
      CallLimits limits,
      LongSupplier nanoTime,
      @Nullable Function<ApplianceAddress, TokenShelf> shelves) {
    this.rate = new CallRate(limits.perSecond(), limits.perHour());
    this.nanoTime = nanoTime;
    this.shelves = shelves;
  }

  CallRate rate() {
    return rate;
  }

  AtAddress at(ApplianceAddress address) {
    return places.computeIfAbsent(
        address, a -> new AtAddress(nanoTime, shelves == null ? null : shelves.apply(a)));
  }

  Collection<AtAddress> places() {
    return List.copyOf(places.values());
  }

  /** What is known of the account at one address. */
  static final class AtAddress {

    private final AccessTokens tokens;
    private final LongSupplier nanoTime;
    private @Nullable Long pausedUntil;
    private @Nullable RemainingCalls remaining;

    private AtAddress(LongSupplier nanoTime, @Nullable TokenShelf shelf) {
      this.tokens = new AccessTokens(nanoTime, shelf);
      this.nanoTime = nanoTime;
    }

    AccessTokens tokens() {
      return tokens;
    }

    /** Takes that nothing more may be sent here for so long; what was said before still holds. */
    synchronized void pause(long nanos) {
      long until = nanoTime.getAsLong() + nanos;
      Long before = pausedUntil;
      pausedUntil = before == null || before - until < 0 ? until : before;
    }

    /** Returns for how long nothing more may be sent here; zero or less if something may. */
    synchronized long pausedForNanos() {
      Long until = pausedUntil;
      return until == null ? 0 : until - nanoTime.getAsLong();
    }

    synchronized void told(RemainingCalls calls) {
      remaining = calls;
    }

    synchronized @Nullable RemainingCalls remaining() {
      return remaining;
    }
  }
}
