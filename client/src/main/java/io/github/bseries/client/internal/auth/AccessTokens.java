// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token of one account at one address: fetched when it is first needed, kept for its life,
 * renewed before its end.
 *
 * <p>An appliance keeps some 30 tokens for an account and drops the oldest for the next, so a token
 * for each call would log out everybody else. Safe for use by several threads: while one fetches,
 * the others wait for what it gets, and share its failure, since accounts are locked after too
 * many.
 */
public final class AccessTokens {

  /** How long before its end a token is renewed; a quarter of its life if that is less. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** How long a refusal of the credentials is taken for granted before they are tried again. */
  private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(5);

  private final Supplier<AccessToken> fetch;
  private final Predicate<RuntimeException> isRefusal;
  private final LongSupplier nanoTime;

  private @Nullable Kept kept;
  private @Nullable CompletableFuture<AccessToken> underway;
  private @Nullable Refusal refusal;
  private boolean closed;

  /**
   * Makes an empty store.
   *
   * @param fetch gets a new token; what it throws reaches everybody who waits
   * @param isRefusal tells which of that means that the credentials are wrong: then it is thrown
   *     again, for five minutes, without asking
   * @param nanoTime a clock for spans, in nanoseconds
   */
  public AccessTokens(
      Supplier<AccessToken> fetch, Predicate<RuntimeException> isRefusal, LongSupplier nanoTime) {
    this.fetch = fetch;
    this.isRefusal = isRefusal;
    this.nanoTime = nanoTime;
  }

  /**
   * A token, and how it was come by.
   *
   * @param fetched whether the other side was asked for it just now
   */
  public record Current(AccessToken token, boolean fetched) {}

  /** Returns a token that is valid for a while, and fetches one if there is none. */
  public Current current() {
    CompletableFuture<AccessToken> waiting;
    boolean fetching = false;
    synchronized (this) {
      Kept have = kept;
      if (have != null && nanoTime.getAsLong() - have.renewAt < 0) {
        return new Current(have.token, false);
      }
      Refusal no = refusal;
      if (no != null && nanoTime.getAsLong() - no.until < 0) {
        throw no.thrown;
      }
      waiting = underway;
      if (waiting == null) {
        waiting = new CompletableFuture<>();
        underway = waiting;
        fetching = true;
      }
    }
    return new Current(fetching ? fetchInto(waiting) : await(waiting), true);
  }

  /** Forgets a token that was refused; a newer one stays. */
  public synchronized void drop(AccessToken refused) {
    Kept have = kept;
    if (have != null && have.token == refused) {
      kept = null;
    }
  }

  /** Forgets the token, and keeps none from now on. */
  public synchronized void close() {
    closed = true;
    kept = null;
  }

  private AccessToken fetchInto(CompletableFuture<AccessToken> waiting) {
    long askedAt = nanoTime.getAsLong();
    try {
      AccessToken token = fetch.get();
      synchronized (this) {
        refusal = null;
        kept = closed ? null : new Kept(token, askedAt + usableFor(token.life()).toNanos());
        underway = null;
      }
      waiting.complete(token);
      return token;
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        underway = null;
        if (e instanceof RuntimeException thrown && isRefusal.test(thrown)) {
          refusal = new Refusal(thrown, nanoTime.getAsLong() + REFUSAL_HOLDS.toNanos());
        }
      }
      if (Thread.currentThread().isInterrupted()) {
        // It was this thread that was called away; the others may still get a token.
        waiting.cancel(false);
      } else {
        waiting.completeExceptionally(e);
      }
      throw e;
    }
  }

  private AccessToken await(CompletableFuture<AccessToken> waiting) {
    try {
      return waiting.join();
    } catch (CancellationException e) {
      return current().token();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static Duration usableFor(Duration life) {
    Duration quarter = life.dividedBy(4);
    return life.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
  }

  /** A token, and the reading of the clock from which on it is not used any more. */
  private record Kept(AccessToken token, long renewAt) {}

  /** A refusal, and the reading of the clock up to which it holds. */
  private record Refusal(RuntimeException thrown, long until) {}
}
