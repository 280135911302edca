// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.CallEvent.Answered;
import io.github.bseries.client.CallEvent.Failed;
import io.github.bseries.client.CallEvent.Limited;
import io.github.bseries.client.CallEvent.Retried;
import io.github.bseries.client.CallEvent.Started;
import io.github.bseries.client.CallEvent.TokenFetched;
import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a listener hears of calls. Alone, since it hears the logs of all. */
@Isolated
class CallEventTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<CallEvent> heard = new CopyOnWriteArrayList<>();

  private ApplianceClient listening(ScriptedServer server) {
    return settings(server).build();
  }

  private ApplianceClientBuilder settings(ScriptedServer server) {
    return ScriptedClient.hasty(server).clock(() -> NOW).callListener(heard::add);
  }

  private static Reply healthy(Received request) {
    return Reply.xml(Recorded.health("primary"));
  }

  private List<String> kinds() {
    return heard.stream().map(each -> each.getClass().getSimpleName()).toList();
  }

  private <T extends CallEvent> T last(Class<T> type) {
    return heard.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  @Test
  void a_read_is_told_from_its_start_to_its_answer() throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(CallEventTest::healthy);
        ApplianceClient client = listening(server)) {
      client.checkHealth();
      client.checkHealth();

      assertThat(kinds())
          .containsExactly("Started", "TokenFetched", "Answered", "Started", "Answered");
      assertThat(heard).allMatch(each -> each.command().equals("check_health"));
      assertThat(heard).allMatch(each -> each.at().equals(NOW));
      assertThat(heard).allMatch(each -> each.address().equals(server.address()));
      assertThat(last(Answered.class).status()).isEqualTo(200);
      assertThat(last(Answered.class).took()).isPositive();
    }
  }

  @Test
  void a_repeat_is_told_with_how_the_last_attempt_ended() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Function<Received, Reply> script =
        r ->
            switch (asked.incrementAndGet()) {
              case 1 -> Reply.of(502, "text/html", "<html>");
              case 2 -> Reply.nothing(Ending.CLOSE);
              default -> healthy(r);
            };
    try (ScriptedServer server = ScriptedServer.withTokens(script);
        ApplianceClient client = listening(server)) {
      client.checkHealth();

      assertThat(kinds())
          .containsExactly("Started", "TokenFetched", "Answered", "Retried", "Retried", "Answered");
      assertThat(((Retried) heard.get(3)).attempt()).isEqualTo(2);
      assertThat(((Retried) heard.get(3)).reason()).isEqualTo("status 502");
      assertThat(((Retried) heard.get(4)).attempt()).isEqualTo(3);
      assertThat(((Retried) heard.get(4)).reason()).contains("check_health at");
    }
  }

  @Test
  void a_token_that_was_refused_is_told_as_a_repeat_with_a_new_one() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r ->
                    asked.incrementAndGet() == 1
                        ? Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)
                        : healthy(r));
        ApplianceClient client = listening(server)) {
      client.checkHealth();

      assertThat(kinds())
          .containsExactly(
              "Started", "TokenFetched", "Answered", "Retried", "TokenFetched", "Answered");
      assertThat(last(Retried.class).reason()).isEqualTo("the token was refused");
    }
  }

  @Test
  void a_no_and_an_answer_that_cannot_be_read_are_failures_after_the_answer() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r ->
                    r.asksFor("check_health")
                        ? Reply.xml("<error>Not now</error>")
                        : Reply.xml("<nothing/>"));
        ApplianceClient client = listening(server)) {
      assertThatThrownBy(client::checkHealth).isInstanceOf(RejectedException.class);
      assertThatThrownBy(client::getApiInfo).isInstanceOf(UnreadableAnswerException.class);

      assertThat(kinds())
          .containsExactly(
              "Started", "TokenFetched", "Answered", "Failed", "Started", "Answered", "Failed");
      assertThat(((Failed) heard.get(3)).reason()).contains("Not now");
      assertThat(last(Failed.class).command()).isEqualTo("get_api_info");
    }
  }

  @Test
  void a_wait_for_the_limits_is_told_and_so_is_a_refusal() throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(CallEventTest::healthy);
        ApiAccount account =
            ApiAccount.of(
                ScriptedClient.CLIENT_ID,
                ScriptedClient.SECRET.toCharArray(),
                new CallLimits(2, 1000));
        ApplianceClient waiting =
            settings(server)
                .account(account)
                .callTimeout(Duration.ofSeconds(1))
                .nanoTime(() -> 0)
                .build()) {
      waiting.checkHealth();
      waiting.probe();
      assertThatThrownBy(waiting::checkHealth).isInstanceOf(LimitReachedException.class);

      assertThat(last(Limited.class).delay()).isEqualTo(Duration.ofSeconds(1));
      assertThat(last(Failed.class).reason()).contains("may call again in 1000 ms");
      assertThat(heard).anyMatch(each -> each.command().equals("probe"));
    }
  }

  @Test
  void too_many_calls_by_the_word_of_the_appliance_are_told() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.of(429, "a/b", "", "Retry-After: 7"));
        ApplianceClient client = settings(server).whenLimited(WhenLimited.REFUSE).build()) {
      assertThatThrownBy(client::checkHealth).isInstanceOf(LimitReachedException.class);

      assertThat(kinds())
          .containsExactly("Started", "TokenFetched", "Answered", "Limited", "Failed");
      assertThat(last(Limited.class).delay()).isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Test
  void a_role_change_is_told_once_whatever_becomes_of_it() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r -> r.asksFor("check_health") ? healthy(r) : Reply.nothing(Ending.CLOSE));
        ApplianceClient client = listening(server)) {
      RoleChange change = client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID));

      assertThat(change).isInstanceOf(RoleChange.Unconfirmed.class);
      assertThat(heard.stream().filter(e -> e.command().equals("set_failover_role")))
          .extracting(each -> each.getClass().getSimpleName())
          .containsExactly("Started", "Failed");
    }
  }

  @Test
  void a_listener_that_throws_breaks_no_call_and_is_logged() throws Exception {
    try (CapturedLogs logs = new CapturedLogs();
        ScriptedServer server = ScriptedServer.withTokens(CallEventTest::healthy);
        ApplianceClient client =
            ScriptedClient.builder(server)
                .callListener(
                    event -> {
                      heard.add(event);
                      throw new IllegalStateException("a listener of no use");
                    })
                .build()) {
      assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
      assertThat(client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)))
          .isInstanceOf(RoleChange.class);

      assertThat(kinds()).startsWith("Started", "TokenFetched", "Answered", "Started");
      assertThat(logs.lines())
          .filteredOn(line -> line.contains("a call listener threw, which changes nothing"))
          .hasSize(1);
    }
  }

  @Test
  void every_case_is_told_apart() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.of(503, "text/plain", "busy"));
        ApplianceClient client = listening(server)) {
      assertThatThrownBy(client::checkHealth).isInstanceOf(ApplianceException.class);
      heard.add(new Limited(NOW, server.address(), "check_health", Duration.ZERO));

      assertThat(heard.stream().map(each -> each.<String>fold(new Names())).toList())
          .isEqualTo(kinds())
          .contains("Started", "TokenFetched", "Retried", "Limited", "Answered", "Failed");
    }
  }

  private static final class Names implements CallEvent.Cases<String> {

    @Override
    public String started(Started event) {
      return "Started";
    }

    @Override
    public String tokenFetched(TokenFetched event) {
      return "TokenFetched";
    }

    @Override
    public String retried(Retried event) {
      return "Retried";
    }

    @Override
    public String limited(Limited event) {
      return "Limited";
    }

    @Override
    public String answered(Answered event) {
      return "Answered";
    }

    @Override
    public String failed(Failed event) {
      return "Failed";
    }
  }

  @Test
  void no_event_shows_a_secret_whatever_the_other_side_repeats(@TempDir Path folder)
      throws Exception {
    for (SecretsTest.Case each : SecretsTest.everywhere()) {
      try (ScriptedServer server = ScriptedServer.of(each.script());
          ApplianceClient client = listening(server)) {
        SecretsTest.told(client::probe);
        SecretsTest.told(client::checkHealth);
        SecretsTest.told(client::getApiInfo);
        SecretsTest.told(() -> client.setFailoverRole(SecretsTest.CHANGE));
        SecretsTest.told(() -> client.downloadBackup(folder.resolve("a.nsb")));
        SecretsTest.told(() -> client.checkAccess(AccessNeed.values()));
      }
    }

    assertThat(heard).hasSizeGreaterThan(500);
    for (String secret : SecretsTest.SECRETS) {
      assertThat(heard).noneMatch(each -> each.toString().contains(secret.substring(0, 16)));
    }
  }
}
