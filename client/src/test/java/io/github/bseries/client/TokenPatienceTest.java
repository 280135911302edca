// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.Observation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each caller has a time of its own for a token, and what ends one says nothing to the others. */
@Timeout(60)
class TokenPatienceTest {

  private static final Reply HEALTHY = Reply.xml(Recorded.health("primary"));

  private final AtomicLong nanos = new AtomicLong();
  private final LongSupplier clock = nanos::get;

  @Test
  void a_secret_that_came_too_late_is_not_sent_any_more() throws Exception {
    SecretSource slow =
        () -> {
          nanos.addAndGet(Duration.ofSeconds(31).toNanos());
          return ScriptedClient.SECRET.toCharArray();
        };
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.nothing(Ending.STALL));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, slow);
        ApplianceClient client =
            ScriptedClient.builder(server)
                .account(account)
                .nanoTime(nanos::get)
                .attemptsPerRead(1)
                .build()) {
      Observation look = OwnThread.of(client::observe).get(20, TimeUnit.SECONDS);

      assertThat(look)
          .isInstanceOfSatisfying(
              Observation.Unreadable.class,
              it -> assertThat(it.reason()).contains("not sent: the time allowed was over"));
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Lets the first call for a token go unanswered, and answers everything else. */
  private static Function<Received, Reply> silentOnce(CountDownLatch asked) {
    AtomicInteger count = new AtomicInteger();
    return request -> {
      if (!request.path().equals("/oauth2/token")) {
        return HEALTHY;
      }
      asked.countDown();
      return count.incrementAndGet() == 1
          ? Reply.nothing(Ending.STALL)
          : Reply.token(ScriptedServer.TOKEN);
    };
  }

  /** Looks beside the test, and returns once that waits for something. */
  private static CompletableFuture<Observation> waitingLook(ApplianceClient client) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CompletableFuture<Observation> look =
        OwnThread.of(
            () -> {
              thread.set(Thread.currentThread());
              return client.observe();
            });
    while (!look.isDone()
        && (thread.get() == null || thread.get().getState() != Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
    return look;
  }

  @Test
  void one_that_gives_up_early_makes_nobody_else_report_silence() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.of(silentOnce(asked));
        ApiAccount account = ScriptedClient.account();
        ApplianceClient hasty =
            ScriptedClient.builder(server)
                .account(account)
                .callTimeout(Duration.ofSeconds(2))
                .attemptsPerRead(1)
                .build();
        ApplianceClient patient = ScriptedClient.builder(server).account(account).build()) {
      CompletableFuture<Observation> first = OwnThread.of(hasty::observe);
      asked.await();
      CompletableFuture<Observation> second = waitingLook(patient);

      assertThat(first.join()).isInstanceOf(Observation.Silent.class);
      assertThat(second.join()).isInstanceOf(Observation.Seen.class);
    }
  }

  @Test
  void one_that_refuses_to_wait_for_its_turn_leaves_it_to_the_next() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayRead = new CountDownLatch(1);
    SecretSource slow =
        () -> {
          reading.countDown();
          mayRead.await();
          return ScriptedClient.SECRET.toCharArray();
        };
    try (ScriptedServer server = ScriptedServer.withTokens(r -> HEALTHY);
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, slow, new CallLimits(1, 1));
        ApplianceClient hasty = limited(server, account).whenLimited(WhenLimited.REFUSE).build();
        ApplianceClient patient = limited(server, account).build()) {
      account.calls(clock).rate().book(0, Duration.ZERO);
      CompletableFuture<Observation> first = OwnThread.of(hasty::observe);
      reading.await();
      CompletableFuture<Observation> second = waitingLook(patient);
      mayRead.countDown();

      assertThat(first.join()).isInstanceOf(Observation.Unreadable.class);
      assertThat(second.join()).isInstanceOf(Observation.Seen.class);
    }
  }

  private ApplianceClientBuilder limited(ScriptedServer server, ApiAccount account) {
    return ScriptedClient.builder(server)
        .account(account)
        .nanoTime(clock)
        .callTimeout(Duration.ofHours(9))
        .waiter(pause -> nanos.addAndGet(pause.toNanos()));
  }
}
