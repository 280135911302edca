// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChangeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time passes only while a client pauses. */
@Timeout(60)
class PairWaitTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private RememberedPair scripted;

  @BeforeEach
  void start() throws IOException {
    scripted = new RememberedPair(folder);
  }

  @AfterEach
  void stop() throws IOException {
    scripted.close();
  }

  private PairClientBuilder builder() {
    return PairClient.builder(ScriptedClient.hasty(scripted.primary).nanoTime(nanos::get))
        .primary(scripted.primary.address())
        .backup(scripted.backup.address())
        .waiter(this::pause);
  }

  private void pause(Duration pause) {
    pauses.add(pause);
    nanos.addAndGet(pause.toNanos());
  }

  private static UnaryOperator<String> syncedAt(String time) {
    return health ->
        health.replace(
            "</failover_role>",
            "</failover_role><last_data_sync_time>" + time + "</last_data_sync_time>");
  }

  /** Changes what is seen from this look on. */
  private void from(int look, Runnable change) {
    if (looks.incrementAndGet() == look - 1) {
      change.run();
    }
  }

  @Nested
  class A_wait_for_health {

    @Test
    void counts_no_answer_that_may_be_from_before_it() {
      try (PairClient pair = builder().build()) {
        Awaited end = pair.awaitHealthy(HOUR, look -> looks.incrementAndGet());

        assertThat(end).isInstanceOf(Awaited.Reached.class);
        assertThat(end.waited()).isEqualTo(MINUTE);
        assertThat(looks).hasValue(2);
      }
    }

    @Test
    void ends_at_once_where_answers_are_known_to_be_fresh() {
      try (PairClient pair = builder().healthCache(Duration.ZERO).build()) {
        Awaited end = pair.awaitHealthy(HOUR, look -> {});

        assertThat(end).isInstanceOf(Awaited.Reached.class);
        assertThat(end.waited()).isZero();
      }
    }

    @Test
    void goes_on_while_one_of_them_ails() {
      scripted.health.set(health -> health.replace("<success>1", "<success>0"));
      try (PairClient pair = builder().build()) {
        Awaited end = pair.awaitHealthy(HOUR, look -> from(5, () -> scripted.health.set(h -> h)));

        assertThat(end).isInstanceOf(Awaited.Reached.class);
        assertThat(end.waited()).isEqualTo(MINUTE.multipliedBy(4));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "<success>1, <success>0, the appliance that is primary ails",
      ">primary<, >backup<, both are backup",
      ">primary<, >none<, in no failover relationship",
      "<success>1, <success>maybe, not both roles could be read",
      "50adeb59f0f04163b09b7591af1949ea, 0123456789abcdef0123456789abcdef, at both addresses"
    })
    void says_what_is_missing(String text, String by, String missing) {
      scripted.health.set(health -> health.replace(text, by));
      try (PairClient pair = builder().build()) {
        Awaited end = pair.awaitHealthy(HOUR, look -> {});

        assertThat(end)
            .isInstanceOfSatisfying(
                Awaited.Undecided.class,
                undecided -> {
                  assertThat(undecided.ending()).isEqualTo(Awaited.Ending.TIME_OVER);
                  assertThat(undecided.reason()).contains(missing);
                });
        assertThat(end.waited()).isEqualTo(HOUR);
      }
    }
  }

  @Nested
  class A_wait_for_a_data_sync {

    @Test
    void ends_when_the_time_of_the_last_one_has_advanced() {
      scripted.health.set(syncedAt("2026-11-02T06:00:00+00:00"));
      try (PairClient pair = builder().build()) {
        Awaited end =
            pair.awaitSync(
                HOUR,
                look -> from(4, () -> scripted.health.set(syncedAt("2026-11-02T06:00:01+00:00"))));

        assertThat(end).isInstanceOf(Awaited.Reached.class);
        assertThat(end.waited()).isEqualTo(MINUTE.multipliedBy(3));
      }
    }

    @Test
    void takes_a_sync_after_a_known_moment_at_once() {
      scripted.health.set(syncedAt("2026-11-02T06:00:00+00:00"));
      Instant before = Instant.parse("2026-11-02T05:59:59Z");
      try (PairClient pair = builder().build()) {
        assertThat(pair.awaitSync(before, HOUR, look -> {})).isInstanceOf(Awaited.Reached.class);
        assertThat(pair.awaitSync(before.plusSeconds(1), HOUR, look -> {}))
            .isInstanceOf(Awaited.Undecided.class);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02T06:00:00+00:00, primary, is still that of 2026-11-02T06:00:00Z",
      "yesterday, primary, no time of a data sync that can be read",
      "2026-11-02T06:00:00+00:00, backup, none was seen alone"
    })
    void says_why_none_was_seen(String time, String role, String missing) {
      scripted.role.set(role);
      scripted.health.set(syncedAt(time));
      try (PairClient pair = builder().build()) {
        assertThat(pair.awaitSync(HOUR, look -> {}))
            .isInstanceOfSatisfying(
                Awaited.Undecided.class, end -> assertThat(end.reason()).contains(missing));
      }
    }
  }

  @Nested
  class A_pause {

    private List<Duration> of(Duration deadline, Duration interval, String... headers) {
      scripted.primary.script(
          request ->
              request.path().equals("/oauth2/token")
                  ? Reply.token(ScriptedServer.TOKEN)
                  : Reply.xml(Recorded.health("primary"), headers));
      try (PairClient pair = builder().pollInterval(interval).build()) {
        pair.awaitRoles(RoleChangeRequest.becomeBackup(Recorded.ID), deadline, look -> {});
      }
      return pauses;
    }

    @Test
    void is_the_poll_interval_and_the_last_one_is_cut() {
      assertThat(of(Duration.ofSeconds(12), Duration.ofSeconds(5)))
          .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Test
    void leaves_half_of_the_calls_of_an_hour_to_others() {
      try (ApiAccount account =
              ApiAccount.of(
                  ScriptedClient.CLIENT_ID,
                  ScriptedClient.SECRET.toCharArray(),
                  new CallLimits(20, 100));
          PairClient pair =
              PairClient.builder(
                      ScriptedClient.hasty(scripted.primary).account(account).nanoTime(nanos::get))
                  .primary(scripted.primary.address())
                  .backup(scripted.backup.address())
                  .waiter(PairWaitTest.this::pause)
                  .build()) {
        pair.awaitLook(look -> false, HOUR, look -> {});
      }

      assertThat(pauses).hasSize(25).containsOnly(Duration.ofSeconds(144));
    }

    @ParameterizedTest
    @CsvSource({"400, PT36S", "40, PT5M", "0, PT5M"})
    void leaves_half_of_what_an_appliance_said_is_left(long remaining, Duration pause) {
      List<Duration> taken = of(HOUR, Duration.ofSeconds(5), "X-RateLimit-Remaining: " + remaining);

      assertThat(taken.get(0)).isEqualTo(pause);
    }
  }

  @Test
  void closing_the_client_wakes_whoever_pauses() throws Exception {
    CountDownLatch pausing = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    PairClient pair =
        builder()
            .waiter(
                pause -> {
                  pausing.countDown();
                  never.await();
                })
            .build();
    AtomicInteger interrupted = new AtomicInteger();
    CompletableFuture<Awaited> waiting =
        OwnThread.of(
            () -> {
              Awaited end = pair.awaitSync(HOUR, look -> {});
              interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              return end;
            });
    pausing.await();

    pair.close();

    assertThat(waiting.join())
        .isInstanceOfSatisfying(
            Awaited.Undecided.class,
            end -> assertThat(end.ending()).isEqualTo(Awaited.Ending.CLOSED));
    assertThat(interrupted).hasValue(0);
  }

  @Test
  void an_interrupt_ends_the_wait_and_stays_set() {
    try (PairClient pair = builder().build()) {
      Awaited end = pair.awaitHealthy(HOUR, look -> Thread.currentThread().interrupt());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(end)
          .isInstanceOfSatisfying(
              Awaited.Undecided.class,
              it -> assertThat(it.ending()).isEqualTo(Awaited.Ending.INTERRUPTED));
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void a_deadline_must_be_above_zero() {
    try (PairClient pair = builder().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pair.awaitHealthy(Duration.ZERO, look -> {}))
          .withMessageContaining("deadline is PT0S");
    }
  }
}
