// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.internal.http.CertificateProbe;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.HandshakeFailure;
import io.github.bseries.core.pair.Observation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for nothing but the time, or for a resolver, is not left waiting. */
@Timeout(60)
class ClosingTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Reply FULL = Reply.of(503, "text/plain", "full", "Retry-After: 9");

  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    never.countDown();
  }

  /** Returns when the test is over. */
  private void pause(Duration time) throws InterruptedException {
    waiting.countDown();
    never.await();
  }

  private AddressResolver hanging() {
    return host -> {
      waiting.countDown();
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return List.of();
    };
  }

  private ApplianceClientBuilder patient(ScriptedServer server) {
    return ScriptedClient.builder(server)
        .connectTimeout(LONG)
        .callTimeout(LONG)
        .waiter(this::pause);
  }

  /** What came of it, and whether the thread is interrupted after it. */
  private record End<T>(T value, boolean interrupted) {}

  private <T> End<T> closedWhileWaiting(AutoCloseable client, Supplier<T> call) throws Exception {
    CompletableFuture<End<T>> end =
        OwnThread.of(() -> new End<>(call.get(), Thread.currentThread().isInterrupted()));
    waiting.await();

    client.close();

    return end.get(20, TimeUnit.SECONDS);
  }

  private static void assertGivenUp(End<Observation> end) {
    assertThat(end.interrupted()).isFalse();
    assertThat(end.value())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            look -> assertThat(look.reason()).contains("closed while the call was running"));
  }

  @Nested
  class A_client_ends {

    @Test
    void the_pause_before_another_attempt() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(request -> FULL)) {
        ApplianceClient client = patient(server).build();

        assertGivenUp(closedWhileWaiting(client, client::observe));

        assertThat(server.requests("check_health")).hasSize(1);
      }
    }

    @Test
    void the_pause_before_another_attempt_at_a_token() throws Exception {
      try (ScriptedServer server = ScriptedServer.of(request -> FULL)) {
        ApplianceClient client = patient(server).build();

        End<AccessReport> end =
            closedWhileWaiting(client, () -> client.checkAccess(AccessNeed.READ));

        assertThat(end.value().findings().toString()).contains("closed while the call was running");
      }
    }

    @Test
    void the_pause_for_the_limits() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(request -> FULL);
          ApiAccount account =
              ApiAccount.of(
                  ScriptedClient.CLIENT_ID,
                  ScriptedClient.SECRET.toCharArray(),
                  new CallLimits(1, 1000))) {
        ApplianceClient client = patient(server).account(account).build();

        assertGivenUp(closedWhileWaiting(client, client::observe));

        assertThat(server.requests("check_health")).isEmpty();
      }
    }

    @Test
    void the_wait_for_a_resolver() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(request -> FULL)) {
        ApplianceClient client =
            patient(server)
                .address(ApplianceAddress.parse("http://localhost:" + server.address().port()))
                .resolver(hanging())
                .build();

        assertGivenUp(closedWhileWaiting(client, client::observe));

        assertThat(server.requests()).isEmpty();
      }
    }
  }

  @Nested
  class A_client_of_a_pair_ends {

    private PairClient pair(ApplianceClientBuilder common, ScriptedServer server) {
      return PairClient.builder(common)
          .primary(server.address())
          .backup(ApplianceAddress.parse("http://127.0.0.2:" + server.address().port()))
          .build();
    }

    private void assertClosed(Awaited end) {
      assertThat(end)
          .isInstanceOfSatisfying(
              Awaited.Undecided.class,
              it -> assertThat(it.ending()).isEqualTo(Awaited.Ending.CLOSED));
      assertThat(end.last().primary()).isInstanceOf(Observation.Unreadable.class);
    }

    @Test
    void a_wait_of_which_the_first_look_pauses() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(request -> FULL)) {
        PairClient pair = pair(patient(server), server);

        assertClosed(
            closedWhileWaiting(pair, () -> pair.awaitLook(look -> false, LONG, look -> {}))
                .value());
      }
    }

    @Test
    void a_wait_of_which_the_first_look_has_asked_nobody_yet() throws Exception {
      AtomicReference<PairClient> closing = new AtomicReference<>();
      try (ScriptedServer server = ScriptedServer.withTokens(request -> FULL)) {
        ApplianceClientBuilder common =
            patient(server)
                .callListener(
                    event -> {
                      if (event instanceof CallEvent.Started) {
                        closing.get().close();
                      }
                    });
        PairClient pair = pair(common, server);
        closing.set(pair);

        assertClosed(pair.awaitLook(look -> false, LONG, look -> {}));

        assertThat(server.requests()).isEmpty();
      }
    }
  }

  @Test
  void a_look_at_a_certificate_does_not_wait_for_the_resolver_of_a_client_that_is_closed()
      throws Exception {
    CertificateProbe probe =
        ApplianceClient.builder().connectTimeout(LONG).resolver(hanging()).certificateProbe();
    ApplianceAddress site = ApplianceAddress.parse("https://site.example.com");

    CertificateLook end = closedWhileWaiting(probe, () -> probe.look(site, null)).value();

    assertThat(end)
        .isInstanceOfSatisfying(
            CertificateLook.NotShown.class,
            no -> assertThat(no.failure()).isEqualTo(HandshakeFailure.GIVEN_UP));
  }
}
