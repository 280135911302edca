// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckHealthTest {

  private static ApplianceException thrownBy(Function<Received, Reply> script) throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.impatient(server)) {
      return catchThrowableOfType(ApplianceException.class, client::checkHealth);
    }
  }

  private static Observation seenBy(Function<Received, Reply> script) throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = ScriptedClient.impatient(server)) {
      return client.observe();
    }
  }

  @Nested
  class When_it_answers {

    @Test
    void the_health_is_read() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
        assertThat(client.checkHealth().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
      }
    }

    @Test
    void the_request_is_what_the_vendor_describes() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.checkHealth();
        Received token = server.requests().get(0);
        Received health = server.requests().get(1);

        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials");
        assertThat(token.hasHeader("Content-Type: application/x-www-form-urlencoded")).isTrue();
        assertThat(health.method()).isEqualTo("GET");
        assertThat(health.target()).isEqualTo("/api/command?action=check_health");
        assertThat(health.hasHeader("Authorization: Bearer " + ScriptedServer.TOKEN)).isTrue();
        assertThat(server.requests())
            .allMatch(request -> request.hasHeader("Connection: close"))
            .allMatch(request -> request.hasHeader("User-Agent: bseries-client"));
      }
    }

    @Test
    void one_token_serves_many_calls() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
          ApplianceClient client = ScriptedClient.of(server)) {
        for (int i = 0; i < 5; i++) {
          client.checkHealth();
        }

        assertThat(server.requests("/oauth2/token")).hasSize(1);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Tue, 03 Dec 2024 15:26:05 GMT",
          "Tuesday, 03-Dec-24 15:26:05 GMT",
          "Tue Dec  3 15:26:05 2024"
        })
    void an_observation_carries_the_clock_of_the_appliance(String date) throws Exception {
      Observation seen = seenBy(r -> Reply.xml(Recorded.health("primary"), "Date: " + date));

      assertThat(((Observation.Seen) seen).applianceClock())
          .isEqualTo(Instant.parse("2024-12-03T15:26:05Z"));
    }

    @Test
    void chunks_overrule_a_length_that_is_told_beside_them() throws Exception {
      String body = Recorded.health("primary");
      String size = Integer.toHexString(body.getBytes(StandardCharsets.UTF_8).length);
      String head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n";
      Observation seen =
          seenBy(r -> Reply.raw(head + size + "\r\n" + body + "\r\n0\r\n\r\n", Ending.CLOSE));

      assertThat(seen).isInstanceOf(Observation.Seen.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: 1", "Date: some day"})
    void a_clock_that_is_not_told_is_not_made_up(String header) throws Exception {
      Observation seen = seenBy(r -> Reply.xml(Recorded.health("primary"), header));

      assertThat(((Observation.Seen) seen).applianceClock()).isNull();
    }
  }

  @Nested
  class When_the_token_is_refused {

    private static Reply refused() {
      return Reply.of(401, "application/json", Recorded.TOKEN_REFUSED);
    }

    @Test
    void another_is_fetched_and_the_read_is_repeated_once() throws Exception {
      AtomicInteger asked = new AtomicInteger();
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  r ->
                      asked.incrementAndGet() == 1
                          ? refused()
                          : Reply.xml(Recorded.health("backup")));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThat(client.checkHealth().failoverRole()).isEqualTo(FailoverRole.BACKUP);
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }

    @Test
    void again_it_is_a_no() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> refused());
          ApplianceClient client = ScriptedClient.of(server)) {
        RejectedException no = catchThrowableOfType(RejectedException.class, client::checkHealth);

        assertThat(no.status()).isEqualTo(401);
        assertThat(no.words()).startsWith("access_denied");
        assertThat(server.requests("check_health")).hasSize(2);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in</html>", "{\"message\":\"bad parameter\"}"})
    void a_401_that_does_not_say_so_is_not_repeated(String body) throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.of(401, "text/plain", body));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(client::checkHealth).isInstanceOf(ApplianceException.class);
        assertThat(server.requests("check_health")).hasSize(1);
        assertThat(server.requests("/oauth2/token")).hasSize(1);
      }
    }
  }

  @Nested
  class When_no_token_is_given {

    @Test
    void wrong_credentials_are_a_no_and_are_tried_once() throws Exception {
      String body = "{\"error\":\"invalid_client\",\"message\":\"Client authentication failed\"}";
      try (ScriptedServer server = ScriptedServer.of(r -> Reply.of(401, "application/json", body));
          ApplianceClient client = ScriptedClient.of(server)) {
        RejectedException no = catchThrowableOfType(RejectedException.class, client::checkHealth);

        assertThat(no.words()).isEqualTo("invalid_client: Client authentication failed");
        assertThat(server.requests()).hasSize(1);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html></html>", ""})
    void a_good_status_without_a_token_is_unreadable(String body) throws Exception {
      try (ScriptedServer server = ScriptedServer.of(r -> Reply.of(200, "text/html", body));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(client::checkHealth)
            .isInstanceOf(UnreadableAnswerException.class)
            .hasMessageContaining("/oauth2/token");
      }
    }
  }

  @Nested
  class When_the_answer_is_no_health {

    @Test
    void an_error_with_a_good_status_is_a_no() throws Exception {
      ApplianceException e = thrownBy(r -> Reply.xml("<error>Invalid action</error>"));

      assertThat(e)
          .isInstanceOfSatisfying(
              RejectedException.class,
              no -> {
                assertThat(no.status()).isEqualTo(200);
                assertThat(no.words()).isEqualTo("Invalid action");
              });
    }

    @Test
    void an_error_in_JSON_is_a_no() throws Exception {
      ApplianceException e =
          thrownBy(r -> Reply.of(403, "application/json", "{\"message\":\"not permitted\"}"));

      assertThat(e).isInstanceOf(RejectedException.class).hasMessageContaining("not permitted");
    }

    /** What the same answer would not be again, if the fault passes. */
    static List<Reply> passing() {
      return List.of(
          Reply.of(500, "text/xml", Recorded.health("primary")),
          Reply.of(502, "text/html", Recorded.HTML),
          Reply.of(503, "text/plain", "", "Retry-After: 0"),
          Reply.of(503, "text/plain", "", "Retry-After: sp\u00e4ter"),
          Reply.of(504, "text/html", Recorded.HTML),
          Reply.of(408, "text/plain", ""),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<health_check>", Ending.CLOSE),
          Reply.raw(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<health_check>\r\n",
              Ending.CLOSE),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<heal", Ending.RESET));
    }

    static List<Reply> strange() {
      return List.of(
          Reply.of(200, "text/html", Recorded.HTML),
          Reply.of(200, "text/xml", ""),
          Reply.of(302, "text/html", "", "Location: https://elsewhere.example/"),
          Reply.of(501, "text/html", Recorded.HTML),
          Reply.of(307, "text/html", "", "Location: /api/command?action=check_health"),
          Reply.of(407, "text/plain", "", "Proxy-Authenticate: Basic realm=\"proxy\""),
          Reply.raw("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\n\r\n", Ending.KEEP),
          Reply.raw("HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello", Ending.KEEP),
          Reply.of(200, "text/xml", Recorded.health("leader")),
          Reply.of(200, "text/xml", Recorded.health("primary").replace("<success>1</success>", "")),
          Reply.of(200, "text/xml", "x".repeat(2_000_000)),
          Reply.raw("HTTP/1.1 200 OK\r\n\r\n<health_check>", Ending.CLOSE),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<heal", Ending.STALL));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void it_is_unreadable_and_asked_for_once(Reply reply) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> reply);
          ApplianceClient client = ScriptedClient.impatient(server)) {

        assertThatThrownBy(client::checkHealth).isInstanceOf(UnreadableAnswerException.class);
        assertThat(server.requests("check_health")).hasSize(1);
      }
    }

    @ParameterizedTest
    @MethodSource("passing")
    void it_is_asked_for_again_while_the_fault_may_pass(Reply reply) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> reply);
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(client::checkHealth)
            .isInstanceOfSatisfying(
                UnreadableAnswerException.class, e -> assertThat(e.isRetryable()).isTrue());
        assertThat(server.requests("check_health")).hasSize(3);
        assertThat(server.requests("/oauth2/token")).hasSize(1);
      }
    }

    @ParameterizedTest
    @MethodSource({"strange", "passing"})
    void it_is_never_called_silence(Reply reply) throws Exception {
      assertThat(seenBy(r -> reply)).isInstanceOf(Observation.Unreadable.class);
    }

    @Test
    void the_message_does_not_repeat_the_body() throws Exception {
      ApplianceException e = thrownBy(r -> Reply.of(200, "text/html", Recorded.HTML));

      assertThat(e).hasMessageContaining("a page of HTML").hasMessageNotContaining("Please");
    }
  }

  @Nested
  class When_nothing_comes {

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(names = {"CLOSE", "RESET", "STALL"})
    void no_byte_is_silence(Ending ending) throws Exception {
      try (ScriptedServer server = ScriptedServer.of(r -> Reply.nothing(ending));
          ApplianceClient client = ScriptedClient.impatient(server)) {

        assertThat(client.observe()).isInstanceOf(Observation.Silent.class);
        assertThatThrownBy(client::checkHealth)
            .isInstanceOfSatisfying(
                UnreachableException.class, e -> assertThat(e.isSilent()).isTrue());
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200 OK\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "\0\0\0"})
    void one_byte_is_no_silence(String bytes) throws Exception {
      for (Ending ending : new Ending[] {Ending.CLOSE, Ending.STALL}) {
        assertThat(seenBy(r -> Reply.raw(bytes, ending)))
            .as(ending.name())
            .isInstanceOf(Observation.Unreadable.class);
      }
    }

    @Test
    void a_wait_that_this_side_ended_is_no_silence() throws Exception {
      try (ScriptedServer server = ScriptedServer.of(r -> Reply.nothing(Ending.STALL));
          ApplianceClient client = ScriptedClient.of(server)) {
        Thread.currentThread().interrupt();
        Observation seen = client.observe();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen)
            .isInstanceOfSatisfying(
                Observation.Unreadable.class,
                unreadable -> assertThat(unreadable.reason()).contains("interrupted"));
      }
    }

    @Test
    void a_look_in_which_the_token_was_answered_is_no_silence() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> Reply.nothing(Ending.CLOSE));
          ApplianceClient client = ScriptedClient.of(server)) {
        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Unreadable.class,
                seen -> assertThat(seen.reason()).contains("had answered a moment before"));
        assertThat(client.observe()).isInstanceOf(Observation.Silent.class);
      }
    }

    @Test
    void a_look_in_which_the_health_was_answered_is_no_silence() throws Exception {
      AtomicInteger asked = new AtomicInteger();
      List<Reply> replies =
          List.of(
              Reply.token(ScriptedServer.TOKEN),
              Reply.xml(Recorded.health("primary")),
              Reply.of(401, "application/json", Recorded.TOKEN_REFUSED),
              Reply.nothing(Ending.CLOSE));
      try (ScriptedServer server = ScriptedServer.of(r -> replies.get(asked.getAndIncrement()));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.checkHealth();

        assertThat(client.observe()).isInstanceOf(Observation.Unreadable.class);
        assertThat(asked).hasValue(4);
      }
    }

    @Test
    void a_refused_connection_is_silence() throws Exception {
      ScriptedServer server =
          ScriptedServer.at(
              new InetSocketAddress("127.0.0.4", 0), r -> Reply.nothing(Ending.CLOSE));
      server.close();

      try (ApplianceClient client = ScriptedClient.of(server)) {
        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Silent.class,
                silent -> assertThat(silent.reason()).contains("refused"));
      }
    }

    @Test
    void an_unknown_name_is_silence() {
      try (ApplianceClient client =
          ApplianceClient.builder()
              .address(io.github.bseries.core.pair.ApplianceAddress.parse("nobody.invalid"))
              .account(ScriptedClient.account())
              .build()) {

        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Silent.class,
                silent -> assertThat(silent.reason()).contains("nobody.invalid"));
      }
    }
  }
}
