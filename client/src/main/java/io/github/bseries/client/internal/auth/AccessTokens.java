// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The token of one account at one address: fetched when it is first needed, kept for its life,
 * renewed before its end, by whichever client of the account comes first.
 *
 * <p>An appliance keeps some 30 tokens for an account and drops the oldest for the next, so a token
 * for each call would log out everybody else. Safe for use by several threads: while one fetches,
 * the others wait for what it gets, and share its failure, since accounts are locked after too
 * many. What only that one lacked, its turn or its time, is not shared: the next one fetches then.
 * A refusal that holds is given to everybody, without asking, as long as the credentials are the
 * same.
 */
public final class AccessTokens {

  /** One lies on the shelf, and others were given out since in its place. */
  private static final int MOST_REFUSED = 8;

  /** For how long a token stays that was refused although it was new. */
  private static final Duration DISTRUST = Duration.ofMinutes(10);

  private final LongSupplier nanoTime;
  private final @Nullable TokenShelf shelf;

  private @Nullable Kept kept;
  private @Nullable CompletableFuture<Outcome> underway;
  private @Nullable Refusal refusal;
  private @Nullable Distrusted distrusted;

  /** What was refused of late: a shelf that cannot be written gives it again. */
  private final Deque<String> refused = new ArrayDeque<>();

  private boolean closed;

  /**
   * Makes an empty store.
   *
   * @param nanoTime a clock for spans, in nanoseconds
   * @param shelf where the token lies between two runs; null if nowhere
   */
  public AccessTokens(LongSupplier nanoTime, @Nullable TokenShelf shelf) {
    this.nanoTime = nanoTime;
    this.shelf = shelf;
  }

  /**
   * Returns a token that is valid for a while. If there is none, it is fetched from this source, or
   * awaited if somebody is fetching already.
   *
   * @param patience how long to wait for somebody else
   */
  public TokenAnswer current(TokenSource source, Duration patience) {
    CompletableFuture<Outcome> waiting;
    boolean fetching = false;
    synchronized (this) {
      Kept have = kept;
      if (have != null && nanoTime.getAsLong() - have.renewAt < 0) {
        return new TokenAnswer.Given(have.token, false);
      }
      waiting = underway;
      if (waiting == null) {
        waiting = new CompletableFuture<>();
        underway = waiting;
        fetching = true;
      }
    }
    return fetching ? fetchInto(waiting, source) : await(waiting, source, patience);
  }

  /** Forgets a token that was refused, wherever it lies; a newer one stays. */
  public void drop(AccessToken token) {
    synchronized (this) {
      refused.remove(token.value());
      refused.addLast(token.value());
      if (refused.size() > MOST_REFUSED) {
        refused.removeFirst();
      }
      Kept have = kept;
      if (have != null && have.token == token) {
        kept = null;
      }
    }
    TokenShelf from = shelf;
    if (from != null) {
      from.remove(token);
    }
  }

  /**
   * Forgets a token that was refused, unless it is one that {@link #distrust} is about.
   *
   * @return whether it was forgotten, so that another may be fetched
   */
  public boolean replace(AccessToken token, TokenSource source) {
    Distrusted no;
    synchronized (this) {
      no = distrusted;
    }
    if (no != null && no.token == token && no.holds(source, nanoTime.getAsLong())) {
      return false;
    }
    drop(token);
    return true;
  }

  /**
   * Takes that a token was refused which had come in place of a refused one just now: another would
   * fare no better, and each takes the place of somebody else's. This one is kept, and for some
   * minutes no other is fetched for it unless the credentials change.
   */
  public void distrust(AccessToken token, TokenSource source) {
    String fingerprint = source.credentials().fingerprint();
    synchronized (this) {
      Kept have = kept;
      if (have != null && have.token == token) {
        distrusted = new Distrusted(token, fingerprint, nanoTime.getAsLong() + DISTRUST.toNanos());
      }
    }
  }

  /** Forgets a refusal that holds, so that the same credentials are tried once more. */
  public synchronized void forgetRefusal() {
    refusal = null;
    distrusted = null;
  }

  /** Forgets the token, and keeps none from now on. */
  public synchronized void close() {
    closed = true;
    kept = null;
    distrusted = null;
    refused.clear();
  }

  /** What came of a fetch, and whether it was only the time of who fetched that was over. */
  private record Outcome(TokenAnswer answer, boolean outOfTime) {}

  private TokenAnswer fetchInto(CompletableFuture<Outcome> waiting, TokenSource source) {
    TokenAnswer answer;
    try {
      answer = ask(source);
      end(waiting, source, answer);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        underway = null;
      }
      if (source.isCalledAway()) {
        waiting.cancel(false);
      } else {
        waiting.completeExceptionally(e);
      }
      throw e;
    }
    shelve(answer);
    return answer;
  }

  private void end(CompletableFuture<Outcome> waiting, TokenSource source, TokenAnswer answer) {
    synchronized (this) {
      underway = null;
    }
    if (answer instanceof TokenAnswer.Withheld && source.isCalledAway()) {
      // It was this caller that was called away; the others may still get a token.
      waiting.cancel(false);
    } else {
      waiting.complete(new Outcome(answer, source.isOutOfTime()));
    }
  }

  /** Returns what an earlier run left, if it is good for a while; null if nothing is. */
  private TokenAnswer.@Nullable Given left() {
    TokenShelf from = shelf;
    long now = nanoTime.getAsLong();
    AccessToken token = from == null ? null : from.take();
    if (token == null) {
      return null;
    }
    Kept left = Kept.of(token, now);
    synchronized (this) {
      if (closed || refused.contains(token.value()) || nanoTime.getAsLong() - left.renewAt >= 0) {
        return null;
      }
      kept = left;
    }
    return new TokenAnswer.Given(token, false);
  }

  private TokenAnswer ask(TokenSource source) {
    TokenAnswer.Given left = left();
    if (left != null) {
      return left;
    }
    Credentials credentials = source.credentials();
    synchronized (this) {
      Refusal no = refusal;
      if (no != null && no.holds(credentials, nanoTime.getAsLong())) {
        return no.answer;
      }
    }
    long askedAt = nanoTime.getAsLong();
    TokenAnswer answer = source.fetch(credentials);
    synchronized (this) {
      if (answer instanceof TokenAnswer.Given given) {
        refusal = null;
        kept = closed ? null : Kept.of(given.token(), askedAt);
      } else if (answer instanceof TokenAnswer.Withheld no && no.hold() != null) {
        refusal = Refusal.of(no, credentials, nanoTime.getAsLong());
      }
    }
    return answer;
  }

  /** Puts away what was given out just now, when nobody waits for it any more. */
  private void shelve(TokenAnswer answer) {
    TokenShelf to = shelf;
    if (to != null && answer instanceof TokenAnswer.Given given && given.fetched()) {
      to.put(given.token());
    }
  }

  private TokenAnswer await(
      CompletableFuture<Outcome> waiting, TokenSource source, Duration patience) {
    long start = nanoTime.getAsLong();
    try {
      Outcome outcome = waiting.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      Duration waited = Duration.ofNanos(nanoTime.getAsLong() - start);
      Duration left = patience.minus(waited);
      // Whoever has waited for longer than it could wait now would hear no more by itself.
      return outcome.outOfTime && left.compareTo(waited) > 0
          ? current(source, left)
          : outcome.answer;
    } catch (CancellationException e) {
      Duration left = patience.minusNanos(nanoTime.getAsLong() - start);
      return left.isNegative() || left.isZero()
          ? new TokenAnswer.NotAwaited(false)
          : current(source, left);
    } catch (TimeoutException e) {
      return new TokenAnswer.NotAwaited(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TokenAnswer.NotAwaited(true);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A token, and the reading of the clock from which on it is not used any more. */
  private record Kept(AccessToken token, long renewAt) {

    static Kept of(AccessToken token, long askedAt) {
      return new Kept(token, askedAt + token.usable().toNanos());
    }
  }

  /** A token that was refused although it was new, and up to when no other is fetched for it. */
  private record Distrusted(AccessToken token, String fingerprint, long until) {

    boolean holds(TokenSource source, long now) {
      return now - until < 0 && fingerprint.equals(source.credentials().fingerprint());
    }
  }

  /** A refusal, the credentials it was for, and up to when it holds: null without an end. */
  private record Refusal(TokenAnswer.Withheld answer, String fingerprint, @Nullable Long until) {

    static Refusal of(TokenAnswer.Withheld no, Credentials credentials, long now) {
      TokenAnswer.Hold hold = no.hold();
      Duration span = hold == null ? Duration.ZERO : hold.span();
      // Given again it is not to be repeated, whatever it was at first.
      return new Refusal(
          new TokenAnswer.Withheld(no.reason(), false, Duration.ZERO, hold),
          credentials.fingerprint(),
          span == null ? null : now + span.toNanos());
    }

    boolean holds(Credentials credentials, long now) {
      Long end = until;
      return fingerprint.equals(credentials.fingerprint()) && (end == null || now - end < 0);
    }
  }
}
