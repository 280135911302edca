// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {

  private static final Instant NOW = Instant.parse("2024-12-03T15:26:05Z");

  private static Probe probeOf(Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.of(r -> reply);
        ApplianceClient client = ScriptedClient.hasty(server).clock(() -> NOW).build()) {
      return client.probe();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "<html>Sign in</html>"})
  void status_200_is_an_answer_whatever_comes_with_it(String body) throws Exception {
    assertThat(probeOf(Reply.of(200, "text/html", body))).isEqualTo(new Probe.Answers(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void status_500_is_an_ailment(String body) throws Exception {
    assertThat(probeOf(Reply.of(500, "text/html", body))).isEqualTo(new Probe.Ails(NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 307, 401, 403, 404, 407, 408, 429, 502, 503})
  void another_status_says_nothing_and_is_told(int status) throws Exception {
    Reply reply = Reply.of(status, "text/html", "", "Location: /login", "Retry-After: 0");

    assertThat(probeOf(reply))
        .isInstanceOfSatisfying(
            Probe.Unknown.class, unknown -> assertThat(unknown.reason()).contains("" + status));
  }

  static List<Reply> nothing() {
    return List.of(
        Reply.nothing(Ending.CLOSE),
        Reply.nothing(Ending.RESET),
        Reply.nothing(Ending.STALL),
        Reply.raw("garbage", Ending.CLOSE),
        Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1", Ending.CLOSE),
        Reply.raw("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\n\r\n", Ending.CLOSE),
        Reply.of(200, "text/html", "x".repeat(2_000_000)));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void what_is_no_whole_answer_says_nothing_and_is_no_exception(Reply reply) throws Exception {
    assertThat(probeOf(reply))
        .isInstanceOfSatisfying(
            Probe.Unknown.class,
            unknown -> {
              assertThat(unknown.at()).isEqualTo(NOW);
              assertThat(unknown.reason()).isNotBlank();
            });
  }

  @Test
  void the_request_needs_no_account() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.of(200, "text/html", "1"));
        ApplianceClient client = ScriptedClient.of(server)) {
      client.probe();

      assertThat(server.requests()).hasSize(1);
      Received request = server.requests().get(0);
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.target()).isEqualTo("/check_health");
      assertThat(request.head()).doesNotContainIgnoringCase("authorization");
    }
  }
}
