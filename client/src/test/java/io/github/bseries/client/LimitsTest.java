// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LimitsTest {

  private static final Reply HEALTHY = Reply.xml(Recorded.health("primary"));
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final AtomicLong nanos = new AtomicLong();
  private final LongSupplier clock = nanos::get;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private static ApiAccount account(int perSecond, int perHour) {
    return ApiAccount.of(
        ScriptedClient.CLIENT_ID,
        ScriptedClient.SECRET.toCharArray(),
        new CallLimits(perSecond, perHour));
  }

  private ApplianceClientBuilder builder(ScriptedServer server, ApiAccount account) {
    return ScriptedClient.builder(server)
        .account(account)
        .nanoTime(clock)
        .clock(() -> NOW)
        .waiter(
            pause -> {
              pauses.add(pause);
              nanos.addAndGet(pause.toNanos());
            });
  }

  private static ScriptedServer healthy() {
    return ScriptedServer.withTokens(r -> HEALTHY);
  }

  @Test
  void documented_are_20_a_second_and_15000_an_hour() {
    assertThat(CallLimits.documented()).isEqualTo(new CallLimits(20, 15_000));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, perSecond is 0", "1, -1, perHour is -1"})
  void below_one_are_refused(int perSecond, int perHour, String message) {
    assertThatThrownBy(() -> new CallLimits(perSecond, perHour))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_call_waits_for_its_turn_and_all_clients_of_an_account_count() throws Exception {
    try (ScriptedServer here = healthy();
        ScriptedServer there = healthy();
        ApiAccount account = account(5, 1_000);
        ApplianceClient one = builder(here, account).build();
        ApplianceClient other = builder(there, account).build()) {
      one.checkHealth();
      other.checkHealth();
      assertThat(pauses).isEmpty();
      one.checkHealth();
      other.checkHealth();

      assertThat(here.requests()).hasSize(3);
      assertThat(there.requests()).hasSize(3);
      assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_call_that_could_not_be_made_in_time_is_refused_and_not_sent() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(20, 3);
        ApplianceClient client = builder(server, account).build()) {
      client.checkHealth();
      client.checkHealth();
      nanos.addAndGet(Duration.ofMinutes(20).toNanos());
      LimitReachedException limited =
          catchThrowableOfType(LimitReachedException.class, client::checkHealth);

      assertThat(limited.retryAfter()).isEqualTo(Duration.ofMinutes(40));
      assertThat(limited.isToldByAppliance()).isFalse();
      assertThat(limited.isRetryable()).isTrue();
      assertThat(client.observe()).isInstanceOf(Observation.Unreadable.class);
      assertThat(server.requests()).hasSize(3);

      nanos.addAndGet(Duration.ofMinutes(40).toNanos());
      assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
    }
  }

  @Test
  void a_caller_can_have_itself_refused_at_once() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(2, 1_000);
        ApplianceClient client = builder(server, account).whenLimited(WhenLimited.REFUSE).build()) {
      client.checkHealth();
      LimitReachedException limited =
          catchThrowableOfType(LimitReachedException.class, client::checkHealth);

      assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(1));
      assertThat(pauses).isEmpty();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void without_limits_nobody_waits() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(Integer.MAX_VALUE, Integer.MAX_VALUE);
        ApplianceClient client = builder(server, account).build()) {
      for (int i = 0; i < 30; i++) {
        client.checkHealth();
      }

      assertThat(CallLimits.unlimited())
          .isEqualTo(new CallLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void a_probe_does_not_count() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(1, 1);
        ApplianceClient client = builder(server, account).build()) {
      client.probe();
      client.probe();

      assertThat(server.requests()).hasSize(2);
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void a_change_for_which_there_is_no_room_right_after_the_look_is_not_sent() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(20, 2);
        ApplianceClient client = builder(server, account).build()) {
      assertThatThrownBy(() -> client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)))
          .isInstanceOf(LimitReachedException.class);
      assertThat(server.requests("set_failover_role")).isEmpty();
      assertThat(client.pendingRoleChange()).isEmpty();
    }
  }

  @Test
  void an_interrupted_wait_sends_nothing() throws Exception {
    try (ScriptedServer server = healthy();
        ApiAccount account = account(2, 1_000);
        ApplianceClient client =
            builder(server, account)
                .waiter(
                    pause -> {
                      throw new InterruptedException();
                    })
                .build()) {
      client.checkHealth();

      assertThatThrownBy(client::checkHealth)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  private static ScriptedServer limitedAtFirst(String... headers) {
    AtomicInteger asked = new AtomicInteger();
    return ScriptedServer.withTokens(
        (Received r) ->
            asked.incrementAndGet() == 1 ? Reply.of(429, "text/plain", "", headers) : HEALTHY);
  }

  @Test
  void the_appliance_says_for_how_long_to_wait_and_every_client_there_keeps_to_it()
      throws Exception {
    try (ScriptedServer server = limitedAtFirst("Retry-After: 20");
        ApiAccount account = account(20, 1_000);
        ApplianceClient one = builder(server, account).attemptsPerRead(1).build();
        ApplianceClient other = builder(server, account).whenLimited(WhenLimited.REFUSE).build()) {
      LimitReachedException told =
          catchThrowableOfType(LimitReachedException.class, one::checkHealth);
      LimitReachedException kept =
          catchThrowableOfType(LimitReachedException.class, other::checkHealth);

      assertThat(told.isToldByAppliance()).isTrue();
      assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(20));
      assertThat(kept.isToldByAppliance()).isFalse();
      assertThat(server.requests("check_health")).hasSize(1);
      nanos.addAndGet(Duration.ofSeconds(20).toNanos());
      assertThat(other.checkHealth().applianceId()).isEqualTo(Recorded.ID);
    }
  }

  @Test
  void a_later_word_of_the_appliance_shortens_no_wait_that_it_asked_for() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch longerIsTold = new CountDownLatch(1);
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r -> {
                  boolean longer = r.asksFor("check_health");
                  if (!longer) {
                    asked.countDown();
                    await(longerIsTold);
                  }
                  return Reply.of(429, "text/plain", "", "Retry-After: " + (longer ? 20 : 1));
                });
        ApiAccount account = account(20, 1_000);
        ApplianceClient one = builder(server, account).attemptsPerRead(1).build();
        ApplianceClient other = builder(server, account).whenLimited(WhenLimited.REFUSE).build()) {
      CompletableFuture<Throwable> shorter = OwnThread.of(() -> catchThrowable(other::getApiInfo));
      await(asked);
      assertThatThrownBy(one::checkHealth).isInstanceOf(LimitReachedException.class);
      longerIsTold.countDown();
      assertThat(shorter.get(20, TimeUnit.SECONDS)).isInstanceOf(LimitReachedException.class);

      LimitReachedException kept =
          catchThrowableOfType(LimitReachedException.class, other::checkHealth);

      assertThat(kept.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_wait_that_the_appliance_wants_fits_into_the_call() throws Exception {
    try (ScriptedServer server = limitedAtFirst("Retry-After: 20");
        ApiAccount account = account(20, 1_000);
        ApplianceClient client = builder(server, account).build()) {
      assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
      assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    }
  }

  @Test
  void nobody_is_made_blind_for_longer_than_five_minutes() throws Exception {
    try (ScriptedServer server = limitedAtFirst("Retry-After: 999999999");
        ApiAccount account = account(20, 1_000);
        ApplianceClient client = builder(server, account).build()) {
      assertThatThrownBy(client::checkHealth).isInstanceOf(LimitReachedException.class);
      nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
      assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
      assertThat(pauses).containsExactly(Duration.ofNanos(1));
    }
  }

  @Test
  void what_remains_is_told_as_the_appliance_tells_it() throws Exception {
    Reply counted =
        Reply.xml(
            Recorded.health("primary"), "X-RateLimit-Limit: 15000", "X-RateLimit-Remaining: 14996");
    try (ScriptedServer server = ScriptedServer.withTokens(r -> counted);
        ApiAccount account = account(20, 1_000);
        ApplianceClient client = builder(server, account).build()) {
      assertThat(client.remainingCalls()).isEmpty();
      client.checkHealth();
      assertThat(client.remainingCalls()).contains(new RemainingCalls(14_996, 15_000L, NOW));

      server.script(r -> Reply.xml(Recorded.health("primary"), "X-RateLimit-Remaining: several"));
      client.checkHealth();
      assertThat(client.remainingCalls()).contains(new RemainingCalls(14_996, 15_000L, NOW));
    }
  }
}
