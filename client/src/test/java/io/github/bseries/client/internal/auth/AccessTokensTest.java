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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final AtomicInteger fetched = new AtomicInteger();

  private AccessTokens tokensOf(Duration life) {
    return new AccessTokens(
        () -> new AccessToken("token-" + fetched.incrementAndGet(), life), e -> false, nanos::get);
  }

  @ParameterizedTest
  @CsvSource({"PT1H, PT58M59S, PT59M", "PT100S, PT74S, PT75S", "PT0S, , PT0S"})
  void a_token_is_kept_until_shortly_before_its_end(
      Duration life, Duration kept, Duration renewed) {
    AccessTokens tokens = tokensOf(life);
    long start = nanos.get();
    AccessToken first = tokens.current().token();

    if (kept != null) {
      nanos.set(start + kept.toNanos());
      assertThat(tokens.current().token()).isSameAs(first);
    }
    nanos.set(start + renewed.toNanos());
    assertThat(tokens.current().token()).isNotSameAs(first);
  }

  @Test
  void a_refused_token_is_forgotten_and_a_newer_one_is_not() {
    AccessTokens tokens = tokensOf(Duration.ofHours(1));
    AccessToken first = tokens.current().token();

    tokens.drop(first);
    AccessToken second = tokens.current().token();
    tokens.drop(first);

    assertThat(second).isNotSameAs(first);
    assertThat(tokens.current().token()).isSameAs(second);
  }

  @Test
  void many_threads_share_one_fetch() throws Exception {
    CountDownLatch arrived = new CountDownLatch(16);
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              awaitQuietly(arrived);
              return new AccessToken("t" + fetched.incrementAndGet(), Duration.ofHours(1));
            },
            e -> false,
            nanos::get);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<AccessToken>> asked =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            arrived.countDown();
                            return tokens.current().token();
                          },
                          threads))
              .toList();

      assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      assertThat(fetched).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_failure_reaches_its_caller_and_the_next_call_tries_again() {
    AtomicInteger calls = new AtomicInteger();
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no token today");
              }
              return new AccessToken("t", Duration.ofHours(1));
            },
            e -> false,
            nanos::get);

    assertThatThrownBy(() -> tokens.current().token()).hasMessage("no token today");
    assertThat(tokens.current().token()).isNotNull();
  }

  @Test
  void closed_it_forgets_the_token_and_keeps_none() {
    AccessTokens tokens = tokensOf(Duration.ofHours(1));
    AccessToken first = tokens.current().token();

    tokens.close();

    assertThat(tokens.current().token()).isNotSameAs(first).isNotSameAs(tokens.current().token());
  }

  @Test
  void a_refusal_holds_for_five_minutes_without_asking_again() {
    AtomicInteger calls = new AtomicInteger();
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              calls.incrementAndGet();
              throw new IllegalArgumentException("wrong secret");
            },
            IllegalArgumentException.class::isInstance,
            nanos::get);
    long start = nanos.get();

    for (int second : new int[] {0, 1, 60, 299}) {
      nanos.set(start + Duration.ofSeconds(second).toNanos());
      assertThatThrownBy(tokens::current).hasMessage("wrong secret");
    }
    assertThat(calls).hasValue(1);

    nanos.set(start + Duration.ofMinutes(5).toNanos());
    assertThatThrownBy(tokens::current).hasMessage("wrong secret");
    assertThat(calls).hasValue(2);
  }

  @Test
  void a_thread_that_is_called_away_leaves_the_others_their_token() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch mayFail = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    AccessTokens tokens =
        new AccessTokens(
            () -> {
              if (calls.incrementAndGet() > 1) {
                return new AccessToken("t", Duration.ofHours(1));
              }
              fetching.countDown();
              awaitQuietly(mayFail);
              throw new IllegalStateException("called away");
            },
            e -> false,
            nanos::get);
    Thread first = new Thread(() -> assertThatThrownBy(tokens::current).hasMessage("called away"));
    first.start();
    fetching.await();
    CompletableFuture<AccessTokens.Current> second = OwnThread.of(tokens::current);

    first.interrupt();
    first.join();

    assertThat(second.join().token()).isNotNull();
    assertThat(calls).hasValue(2);
  }

  @Test
  void whoever_waits_for_a_fetch_has_heard_the_other_side() {
    AccessTokens tokens = tokensOf(Duration.ofHours(1));

    assertThat(tokens.current().fetched()).isTrue();
    assertThat(tokens.current().fetched()).isFalse();
  }

  @Test
  void a_token_is_not_shown() {
    assertThat(new AccessToken("verysecret", Duration.ofHours(1)).toString())
        .doesNotContain("verysecret");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
