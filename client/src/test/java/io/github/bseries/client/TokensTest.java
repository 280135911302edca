// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.Observation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TokensTest {

  private static final String BAD_CREDENTIALS =
      "{\"error\":\"invalid_client\",\"message\":\"Client authentication failed\"}";

  private static Function<Received, Reply> tokenCallsGet(Reply reply) {
    return r -> r.path().equals("/oauth2/token") ? reply : Reply.xml(Recorded.health("primary"));
  }

  private static Reply json(int status, String body) {
    return Reply.of(status, "application/json", body);
  }

  @Nested
  class Clients_of_one_account {

    @Test
    void at_one_address_share_a_token() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApiAccount account = ScriptedClient.account();
          ApplianceClient other = ScriptedClient.builder(server).account(account).build()) {
        try (ApplianceClient one = ScriptedClient.builder(server).account(account).build()) {
          one.checkHealth();
        }
        other.checkHealth();

        assertThat(server.requests("/oauth2/token")).hasSize(1);
        assertThat(server.requests("check_health")).hasSize(2);
      }
    }

    @Test
    void at_two_addresses_have_two() throws Exception {
      try (ScriptedServer here =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ScriptedServer there =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("backup")));
          ApiAccount account = ScriptedClient.account();
          ApplianceClient one = ScriptedClient.builder(here).account(account).build();
          ApplianceClient other = ScriptedClient.builder(there).account(account).build()) {
        one.checkHealth();
        other.checkHealth();

        assertThat(here.requests("/oauth2/token")).hasSize(1);
        assertThat(there.requests("/oauth2/token")).hasSize(1);
      }
    }

    @Test
    void asked_by_many_threads_make_one_call_for_it() throws Exception {
      int count = 24;
      CyclicBarrier start = new CyclicBarrier(count);
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApiAccount account = ScriptedClient.account()) {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        List<ApplianceClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          ApplianceClient client = ScriptedClient.builder(server).account(account).build();
          clients.add(client);
          asked.add(
              OwnThread.of(
                  () -> {
                    pass(start);
                    return client.checkHealth().failoverRole().literal();
                  }));
        }

        assertThat(asked.stream().map(CompletableFuture::join)).containsOnly("primary");
        assertThat(server.requests("/oauth2/token")).hasSize(1);
        clients.forEach(ApplianceClient::close);
      }
    }

    @Test
    void do_not_fail_when_the_one_that_fetches_is_closed() throws Exception {
      CountDownLatch fetching = new CountDownLatch(1);
      AtomicInteger asked = new AtomicInteger();
      try (ScriptedServer server =
              ScriptedServer.of(
                  r -> {
                    if (r.path().equals("/oauth2/token") && asked.incrementAndGet() == 1) {
                      fetching.countDown();
                      return Reply.nothing(Ending.STALL);
                    }
                    return tokenCallsGet(Reply.token(ScriptedServer.TOKEN)).apply(r);
                  });
          ApiAccount account = ScriptedClient.account();
          ApplianceClient other = ScriptedClient.builder(server).account(account).build()) {
        ApplianceClient first = ScriptedClient.builder(server).account(account).build();
        CompletableFuture<Observation> lost = OwnThread.of(first::observe);
        fetching.await();
        CompletableFuture<Observation> waiting = OwnThread.of(other::observe);

        first.close();

        assertThat(waiting.join()).isInstanceOf(Observation.Seen.class);
        assertThat(lost.join()).isInstanceOf(Observation.Unreadable.class);
      }
    }

    @Test
    void can_call_no_more_when_it_is_closed() throws Exception {
      try (ScriptedServer server =
          ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")))) {
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = ScriptedClient.builder(server).account(account).build();
        client.checkHealth();
        account.close();

        assertThatIllegalStateException().isThrownBy(client::checkHealth);
      }
    }
  }

  @Nested
  class A_life {

    @ParameterizedTest
    @CsvSource({"3600, 3539, 3540", "1799, 1738, 1739", "100, 74, 75", "'\"1799\"', 1738, 1739"})
    void that_is_told_is_obeyed_with_a_margin_that_fits(
        String told, int keptSeconds, int renewedSeconds) throws Exception {
      AtomicLong nanos = new AtomicLong();
      String token =
          "{\"access_token\":\""
              + ScriptedServer.TOKEN
              + "\",\"token_type\":\"bearer\","
              + "\"expires_in\":"
              + told
              + "}";
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(200, token)));
          ApplianceClient client = ScriptedClient.builder(server).nanoTime(nanos::get).build()) {
        client.checkHealth();
        nanos.set(Duration.ofSeconds(keptSeconds).toNanos());
        client.checkHealth();
        assertThat(server.requests("/oauth2/token")).hasSize(1);

        nanos.set(Duration.ofSeconds(renewedSeconds).toNanos());
        client.checkHealth();
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }
  }

  @Nested
  class Credentials_that_are_refused {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void are_not_sent_again_by_any_client_however_long_it_takes() throws Exception {
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(401, BAD_CREDENTIALS)));
          ApiAccount account = ScriptedClient.account()) {
        ApplianceClientBuilder builder =
            ScriptedClient.builder(server).account(account).nanoTime(nanos::get);
        try (ApplianceClient one = builder.build();
            ApplianceClient other = builder.build()) {
          for (ApplianceClient client : List.of(one, other, one)) {
            nanos.addAndGet(Duration.ofDays(1).toNanos());
            RejectedException no =
                catchThrowableOfType(RejectedException.class, client::checkHealth);

            assertThat(no.ground()).isEqualTo(RejectedException.Ground.CREDENTIALS);
            assertThat(no).hasMessageContaining("this secret is not tried again by itself");
          }
          assertThat(server.requests()).hasSize(1);
        }
      }
    }

    @Test
    void are_sent_again_when_the_caller_asks() throws Exception {
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(401, BAD_CREDENTIALS)));
          ApiAccount account = ScriptedClient.account();
          ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(RejectedException.class);
        server.script(tokenCallsGet(Reply.token(ScriptedServer.TOKEN)));

        assertThatThrownBy(client::checkHealth).isInstanceOf(RejectedException.class);
        account.tryCredentialsAgain();

        assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }

    @Test
    void make_every_look_unreadable_and_it_says_why() throws Exception {
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(401, BAD_CREDENTIALS)));
          ApiAccount account = ScriptedClient.account();
          ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
        client.observe();

        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Unreadable.class,
                look ->
                    assertThat(look.reason())
                        .contains(
                            "Client authentication failed",
                            "this secret is not tried again by itself"));
        assertThat(server.requests()).hasSize(1);
      }
    }

    @Test
    void at_one_address_say_nothing_about_another() throws Exception {
      try (ScriptedServer bad = ScriptedServer.of(tokenCallsGet(json(401, BAD_CREDENTIALS)));
          ScriptedServer good =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApiAccount account = ScriptedClient.account();
          ApplianceClient one = ScriptedClient.builder(bad).account(account).build();
          ApplianceClient other = ScriptedClient.builder(good).account(account).build()) {
        assertThatThrownBy(one::checkHealth).isInstanceOf(RejectedException.class);

        assertThat(other.checkHealth().applianceId()).isEqualTo(Recorded.ID);
      }
    }

    @Test
    void are_sent_anew_when_the_secret_has_changed(@TempDir Path folder) throws Exception {
      Path file = folder.resolve("secret");
      Files.writeString(file, "old-secret-0123456789\n");
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(401, BAD_CREDENTIALS)));
          ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, SecretSource.ofFile(file));
          ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
        client.observe();
        client.observe();
        Files.writeString(file, "new-secret-0123456789\r\n");
        server.script(tokenCallsGet(Reply.token(ScriptedServer.TOKEN)));

        assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
        assertThat(SecretSourceTest.secretsSentTo(server))
            .containsExactly("old-secret-0123456789", "new-secret-0123456789");
      }
    }
  }

  @Nested
  class An_answer_without_a_token {

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @CsvSource({
      "401, '{\"message\":\"no\"}', CREDENTIALS, 60000",
      "400, '{\"error\":\"invalid_client\"}', CREDENTIALS, 60000",
      "401, '{\"message\":\"The account is Locked\"}', LOCK_OUT, 15",
      "400, '{\"error\":\"account_locked\"}', LOCK_OUT, 15",
      "401, '{\"message\":\"lock-out\"}', LOCK_OUT, 15",
      "401, '{\"error\":\"invalid_client\",\"message\":\"locked in 2\"}', CREDENTIALS, 60000",
      "400, '{\"error\":\"invalid_request\",\"message\":\"address is blocked\"}', OTHER, 5",
      "403, '{\"message\":\"address blocked\"}', PERMISSION, 5",
      "401, '{\"message\":\"was unlocked\"}', CREDENTIALS, 60000",
      "403, '{\"message\":\"not from there\"}', PERMISSION, 5",
      "400, '{\"error\":\"unsupported_grant_type\"}', OTHER, 5"
    })
    void tells_its_ground_and_holds_as_long_as_that(
        int status, String body, RejectedException.Ground ground, int minutes) throws Exception {
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(json(status, body)));
          ApplianceClient client = ScriptedClient.builder(server).nanoTime(nanos::get).build()) {
        RejectedException no = catchThrowableOfType(RejectedException.class, client::checkHealth);
        nanos.set(Duration.ofMinutes(minutes).toNanos() - 1);
        client.observe();

        assertThat(no.ground()).isEqualTo(ground);
        assertThat(no.status()).isEqualTo(status);
        assertThat(server.requests()).hasSize(1);
      }
    }

    @ParameterizedTest
    @CsvSource({"403, 5", "401, 15"})
    void that_is_not_about_the_secret_is_asked_for_anew_after_a_while(int status, int minutes)
        throws Exception {
      String body = "{\"message\":\"locked or not, not now\"}";
      Reply reply = json(status, status == 403 ? "{\"message\":\"no\"}" : body);
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(reply));
          ApplianceClient client = ScriptedClient.builder(server).nanoTime(nanos::get).build()) {
        client.observe();
        nanos.set(Duration.ofMinutes(minutes).toNanos());
        client.observe();

        assertThat(server.requests()).hasSize(2);
      }
    }

    @ParameterizedTest
    @CsvSource({"401, 1", "403, 1", "404, 2", "200, 2"})
    void and_without_known_words_is_unreadable(int status, int sent) throws Exception {
      Reply page = Reply.of(status, "text/html", Recorded.HTML);
      try (ScriptedServer server = ScriptedServer.of(tokenCallsGet(page));
          ApplianceClient client = ScriptedClient.of(server)) {
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreadableAnswerException.class);

        assertThat(server.requests()).hasSize(sent);
      }
    }
  }

  private static void pass(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
