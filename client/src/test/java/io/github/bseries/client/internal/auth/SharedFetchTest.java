// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.OwnThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those hear who wait while another one fetches, and its time is over. */
@Timeout(60)
class SharedFetchTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch fetching = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final AtomicInteger fetched = new AtomicInteger();
  private final AccessTokens tokens = new AccessTokens(this::nanoTime, null);

  /** Once somebody fetches, only one that waits for it reads the clock. */
  private long nanoTime() {
    long now = nanos.get();
    if (fetching.getCount() == 0) {
      waiting.countDown();
    }
    return now;
  }

  private static final class Source implements TokenSource {

    private final Supplier<TokenAnswer> answer;
    private final boolean calledAway;
    private final boolean outOfTime;

    Source(Supplier<TokenAnswer> answer, boolean calledAway, boolean outOfTime) {
      this.answer = answer;
      this.calledAway = calledAway;
      this.outOfTime = outOfTime;
    }

    @Override
    public Credentials credentials() {
      return new Credentials("Basic secret", "secret");
    }

    @Override
    public TokenAnswer fetch(Credentials credentials) {
      return answer.get();
    }

    @Override
    public boolean isCalledAway() {
      return calledAway;
    }

    @Override
    public boolean isOutOfTime() {
      return outOfTime;
    }
  }

  private Source givesTokens() {
    return new Source(
        () -> {
          fetched.incrementAndGet();
          return new TokenAnswer.Given(new AccessToken("token", Duration.ofHours(1)), true);
        },
        false,
        false);
  }

  /** Has a minute, and waits for another one whose fetch fails after this time. */
  private TokenAnswer hearsOf(Duration taken, boolean calledAway, boolean outOfTime) {
    Source failing =
        new Source(
            () -> {
              fetching.countDown();
              awaitQuietly(waiting);
              nanos.addAndGet(taken.toNanos());
              return new TokenAnswer.Withheld(
                  new IllegalArgumentException("silence"), false, Duration.ZERO, null);
            },
            calledAway,
            outOfTime);
    CompletableFuture<TokenAnswer> first =
        OwnThread.of(() -> tokens.current(failing, Duration.ofMinutes(1)));
    awaitQuietly(fetching);
    TokenAnswer heard = tokens.current(givesTokens(), Duration.ofMinutes(1));
    assertThat(first.join()).isInstanceOf(TokenAnswer.Withheld.class);
    return heard;
  }

  @Test
  void whoever_has_more_time_than_the_one_that_fetched_fetches_by_itself() {
    assertThat(hearsOf(Duration.ofSeconds(29), false, true)).isInstanceOf(TokenAnswer.Given.class);
  }

  @Test
  void whoever_has_waited_for_longer_than_it_still_could_shares_the_silence() {
    assertThat(hearsOf(Duration.ofSeconds(31), false, true))
        .isInstanceOf(TokenAnswer.Withheld.class);
    assertThat(fetched).hasValue(0);
  }

  @Test
  void what_the_network_said_is_shared_however_early_it_came() {
    assertThat(hearsOf(Duration.ofSeconds(1), false, false))
        .isInstanceOf(TokenAnswer.Withheld.class);
    assertThat(fetched).hasValue(0);
  }

  @Test
  void nobody_waits_for_longer_than_its_own_time_when_others_are_called_away() {
    assertThat(hearsOf(Duration.ofSeconds(59), true, false)).isInstanceOf(TokenAnswer.Given.class);
  }

  @Test
  void whoever_has_no_time_left_then_does_not_begin_to_fetch() {
    assertThat(hearsOf(Duration.ofSeconds(60), true, false))
        .isEqualTo(new TokenAnswer.NotAwaited(false));
    assertThat(fetched).hasValue(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
