// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.OwnThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final AtomicInteger fetched = new AtomicInteger();

  private static final Duration LONG = Duration.ofMinutes(1);

  private final AccessTokens tokens = new AccessTokens(nanos::get, null);
  private String secret = "first";

  /** Gives what this makes of each fetch. */
  private final class Source implements TokenSource {

    private final Supplier<TokenAnswer> answer;
    private volatile boolean calledAway;

    Source(Supplier<TokenAnswer> answer) {
      this.answer = answer;
    }

    @Override
    public Credentials credentials() {
      return new Credentials("Basic " + secret, secret);
    }

    @Override
    public TokenAnswer fetch(Credentials credentials) {
      return answer.get();
    }

    @Override
    public boolean isCalledAway() {
      return calledAway || Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean isOutOfTime() {
      return false;
    }
  }

  private Source givesTokensOf(Duration life) {
    return new Source(
        () ->
            new TokenAnswer.Given(
                new AccessToken("token-" + fetched.incrementAndGet(), life), true));
  }

  private Source refuses(TokenAnswer.Hold hold) {
    return new Source(
        () -> {
          fetched.incrementAndGet();
          return refusal(hold);
        });
  }

  private static TokenAnswer.Withheld refusal(TokenAnswer.Hold hold) {
    return new TokenAnswer.Withheld(
        new IllegalArgumentException("wrong secret"), true, Duration.ofSeconds(1), hold);
  }

  private AccessToken tokenOf(Source source) {
    return ((TokenAnswer.Given) tokens.current(source, LONG)).token();
  }

  @ParameterizedTest
  @CsvSource({"PT1H, PT58M59S, PT59M", "PT100S, PT74S, PT75S", "PT0S, , PT0S"})
  void a_token_is_kept_until_shortly_before_its_end(
      Duration life, Duration kept, Duration renewed) {
    Source source = givesTokensOf(life);
    long start = nanos.get();
    AccessToken first = tokenOf(source);

    if (kept != null) {
      nanos.set(start + kept.toNanos());
      assertThat(tokenOf(source)).isSameAs(first);
    }
    nanos.set(start + renewed.toNanos());
    assertThat(tokenOf(source)).isNotSameAs(first);
  }

  @Test
  void a_life_that_no_clock_can_count_is_cut() {
    Source source = givesTokensOf(Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(tokenOf(source)).isSameAs(tokenOf(source));
  }

  @Test
  void a_refused_token_is_forgotten_and_a_newer_one_is_not() {
    Source source = givesTokensOf(Duration.ofHours(1));
    AccessToken first = tokenOf(source);

    tokens.drop(first);
    AccessToken second = tokenOf(source);
    tokens.drop(first);

    assertThat(second).isNotSameAs(first);
    assertThat(tokenOf(source)).isSameAs(second);
  }

  @Test
  void many_threads_share_one_fetch() throws Exception {
    CountDownLatch arrived = new CountDownLatch(16);
    Source source =
        new Source(
            () -> {
              awaitQuietly(arrived);
              return givesTokensOf(Duration.ofHours(1)).answer.get();
            });
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<AccessToken>> asked =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            arrived.countDown();
                            return tokenOf(source);
                          },
                          threads))
              .toList();

      assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      assertThat(fetched).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Gives what it has for ever, as a file that cannot be written does. */
  private static final class StuckShelf implements TokenShelf {

    private final AccessToken token = new AccessToken("left", Duration.ofHours(1));

    @Override
    public AccessToken take() {
      return new AccessToken(token.value(), token.life());
    }

    @Override
    public void put(AccessToken given) {
      // It cannot be written.
    }

    @Override
    public void remove(AccessToken refused) {
      // It cannot be written.
    }
  }

  @Test
  void a_refused_token_does_not_come_back_from_a_shelf_that_cannot_be_written() {
    AccessTokens shelved = new AccessTokens(nanos::get, new StuckShelf());
    Source source = givesTokensOf(Duration.ofHours(1));
    AccessToken left = ((TokenAnswer.Given) shelved.current(source, LONG)).token();
    assertThat(left.value()).isEqualTo("left");

    shelved.drop(left);
    AccessToken fresh = ((TokenAnswer.Given) shelved.current(source, LONG)).token();
    shelved.drop(fresh);
    AccessToken next = ((TokenAnswer.Given) shelved.current(source, LONG)).token();

    assertThat(fresh.value()).isEqualTo("token-1");
    assertThat(next.value()).isEqualTo("token-2");
  }

  @Test
  void a_failure_reaches_its_caller_and_the_next_call_tries_again() {
    AtomicInteger calls = new AtomicInteger();
    Source source =
        new Source(
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no token today");
              }
              return new TokenAnswer.Given(new AccessToken("t", Duration.ofHours(1)), true);
            });

    assertThatThrownBy(() -> tokens.current(source, LONG)).hasMessage("no token today");
    assertThat(tokenOf(source)).isNotNull();
  }

  @Test
  void closed_it_forgets_the_token_and_keeps_none() {
    Source source = givesTokensOf(Duration.ofHours(1));
    AccessToken first = tokenOf(source);

    tokens.close();

    assertThat(tokenOf(source)).isNotSameAs(first).isNotSameAs(tokenOf(source));
  }

  @Test
  void a_refusal_without_an_end_holds_as_long_as_the_secret_is_the_same() {
    Source source = refuses(new TokenAnswer.Hold(null));
    long start = nanos.get();

    for (int day : new int[] {0, 1, 365}) {
      nanos.set(start + Duration.ofDays(day).toNanos());
      assertThat(tokens.current(source, LONG))
          .isInstanceOfSatisfying(
              TokenAnswer.Withheld.class, no -> assertThat(no.reason()).hasMessage("wrong secret"));
    }
    assertThat(fetched).hasValue(1);

    secret = "second";
    tokens.current(source, LONG);
    assertThat(fetched).hasValue(2);
  }

  @Test
  void a_refusal_can_be_forgotten() {
    Source source = refuses(new TokenAnswer.Hold(null));
    tokens.current(source, LONG);

    tokens.forgetRefusal();
    tokens.current(source, LONG);

    assertThat(fetched).hasValue(2);
  }

  @Test
  void a_refusal_with_an_end_holds_until_then_and_is_not_to_be_repeated_meanwhile() {
    Source source = refuses(new TokenAnswer.Hold(Duration.ofMinutes(5)));
    long start = nanos.get();
    tokens.current(source, LONG);

    nanos.set(start + Duration.ofSeconds(299).toNanos());
    assertThat(((TokenAnswer.Withheld) tokens.current(source, LONG)).repeatable()).isFalse();
    assertThat(fetched).hasValue(1);

    nanos.set(start + Duration.ofMinutes(5).toNanos());
    assertThat(((TokenAnswer.Withheld) tokens.current(source, LONG)).repeatable()).isTrue();
    assertThat(fetched).hasValue(2);
  }

  @Test
  void a_fault_does_not_hold() {
    Source source = refuses(null);

    tokens.current(source, LONG);
    tokens.current(source, LONG);

    assertThat(fetched).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_caller_that_is_called_away_leaves_the_others_their_token(boolean byException)
      throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch mayFail = new CountDownLatch(1);
    Source leaving =
        new Source(
            () -> {
              fetching.countDown();
              awaitQuietly(mayFail);
              if (byException) {
                throw new IllegalStateException("called away");
              }
              return refusal(null);
            });
    CompletableFuture<TokenAnswer> first = OwnThread.of(() -> tokens.current(leaving, LONG));
    fetching.await();
    CompletableFuture<AccessToken> second =
        OwnThread.of(() -> tokenOf(givesTokensOf(Duration.ofHours(1))));

    leaving.calledAway = true;
    mayFail.countDown();

    assertThat(second.join()).isNotNull();
    assertThat(first.handle((answer, e) -> answer instanceof TokenAnswer.Given).join()).isFalse();
  }

  @Test
  void whoever_has_no_time_to_wait_for_another_is_told() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Source slow =
        new Source(
            () -> {
              fetching.countDown();
              awaitQuietly(mayEnd);
              return refusal(null);
            });
    CompletableFuture<TokenAnswer> first = OwnThread.of(() -> tokens.current(slow, LONG));
    fetching.await();

    assertThat(tokens.current(slow, Duration.ofNanos(1)))
        .isEqualTo(new TokenAnswer.NotAwaited(false));
    Thread.currentThread().interrupt();
    assertThat(tokens.current(slow, LONG)).isEqualTo(new TokenAnswer.NotAwaited(true));
    assertThat(Thread.interrupted()).isTrue();
    mayEnd.countDown();
    first.join();
  }

  @Test
  void whoever_gets_a_new_token_has_heard_the_other_side() {
    Source source = givesTokensOf(Duration.ofHours(1));

    assertThat(((TokenAnswer.Given) tokens.current(source, LONG)).fetched()).isTrue();
    assertThat(((TokenAnswer.Given) tokens.current(source, LONG)).fetched()).isFalse();
  }

  @Test
  void a_token_is_not_shown() {
    assertThat(new AccessToken("verysecret", Duration.ofHours(1)).toString())
        .doesNotContain("verysecret");
    assertThat(new Credentials("verysecret", "f").toString()).doesNotContain("verysecret");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
