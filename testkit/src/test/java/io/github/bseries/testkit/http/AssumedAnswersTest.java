// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static io.github.bseries.testkit.http.PlainCaller.FORM;
import static io.github.bseries.testkit.http.PlainCaller.basic;
import static io.github.bseries.testkit.http.PlainCaller.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.ApiSettings;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedPairBuilder;
import io.github.bseries.testkit.SimulatedUsers;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumedAnswersTest {

  private static final String HEALTH = "action=check_health";

  private static SimulatedPairBuilder assuming(AssumedBehaviour behaviour) {
    return SimulatedPair.builder().assume(behaviour);
  }

  private static <T> T asked(SimulatedPair pair, Question<T> question) throws IOException {
    try (SimulatedPairServer server = SimulatedPairServer.start(pair)) {
      return question.answer(new PlainCaller(server.caCertificate()), server);
    }
  }

  private static RawAnswer askForToken(
      PlainCaller caller, SimulatedPairServer server, String secret) throws IOException {
    SimulatedAccount account = server.pair().account();
    return caller.post(
        server.a(),
        "/oauth2/token",
        "grant_type=client_credentials",
        basic(account.clientId(), secret),
        FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_429_WITH_RETRY_AFTER, 429, true",
    "STATUS_429_BARE, 429, false",
    "STATUS_503, 503, false"
  })
  void past_the_rate_limit_the_answer_is_the_assumed_one(
      AssumedBehaviour behaviour, int status, boolean retryAfter) throws IOException {
    SimulatedPair pair =
        assuming(behaviour).api(ApiSettings.builder().rateLimited(true).build()).build();

    RawAnswer refused =
        asked(
            pair,
            (caller, server) -> {
              String token = caller.token(server.a(), pair.account());
              for (int i = 0; i < 19; i++) {
                caller.command(server.a(), token, HEALTH);
              }
              return caller.command(server.a(), token, HEALTH);
            });

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.headers("Retry-After")).hasSize(retryAfter ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"XML_OFF_IS_AN_ERROR, 200", "XML_OFF_IS_403, 403", "XML_OFF_IS_404, 404"})
  void an_xml_api_that_is_off_answers_as_assumed(AssumedBehaviour behaviour, int status)
      throws IOException {
    SimulatedPair pair = assuming(behaviour).build();
    pair.a().api().switchXmlApiOff();

    RawAnswer refused =
        asked(
            pair,
            (caller, server) ->
                caller.command(server.a(), caller.token(server.a(), pair.account()), HEALTH));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).contains("The XML API is disabled.");
  }

  @ParameterizedTest
  @CsvSource({"LOCKED_IS_401, 401", "LOCKED_IS_403, 403"})
  void a_locked_account_is_told_what_is_assumed(AssumedBehaviour behaviour, int status)
      throws IOException {
    SimulatedPair pair = assuming(behaviour).build();

    RawAnswer refused =
        asked(
            pair,
            (caller, server) -> {
              for (int i = 0; i < 5; i++) {
                assertThat(askForToken(caller, server, "wrong").status()).isEqualTo(401);
              }
              return askForToken(caller, server, pair.account().clientSecret());
            });

    assertThat(refused.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"NO_PERMISSION_IS_AN_ERROR, 200", "NO_PERMISSION_IS_403, 403"})
  void an_account_that_may_not_download_is_told_what_is_assumed(
      AssumedBehaviour behaviour, int status) throws IOException {
    SimulatedPair pair = assuming(behaviour).build();
    pair.account().changePermissions(AccountPermissions.ALL.withBackup(false));

    RawAnswer refused =
        asked(
            pair,
            (caller, server) ->
                caller.get(
                    server.a(), "/api/backup", bearer(caller.token(server.a(), pair.account()))));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).contains("permission to use the Backup API");
  }

  @ParameterizedTest
  @CsvSource({"STRANGER_IS_401, 401", "STRANGER_IS_403, 403"})
  void a_caller_from_elsewhere_is_told_what_is_assumed(AssumedBehaviour behaviour, int status)
      throws IOException {
    SimulatedPair pair = assuming(behaviour).build();
    pair.account().allowOnlyFrom("127.0.0.9/32");

    RawAnswer refused =
        asked(pair, (caller, server) -> askForToken(caller, server, pair.account().clientSecret()));

    assertThat(refused.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_TOKEN_IS_401, 401, false",
    "INVALID_TOKEN_IS_403, 403, false",
    "INVALID_TOKEN_WITH_HINT, 401, true"
  })
  void an_invalid_token_is_told_what_is_assumed(
      AssumedBehaviour behaviour, int status, boolean hint) throws IOException {
    RawAnswer refused =
        asked(
            assuming(behaviour).build(),
            (caller, server) -> caller.command(server.a(), "none", HEALTH));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body())
        .startsWith("{\"error\":\"access_denied\",\"message\":\"The resource owner or");
    assertThat(refused.body().contains("\"hint\":")).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROLE_ANSWER_IS_THE_ROOT | >Successfully changed role.</success> | >Invalid role</error>",
        "ROLE_ANSWER_IN_A_FRAME | <success>Successfully changed role.</success> |"
            + " <error>Invalid role</error>",
        "ROLE_ANSWER_WITHOUT_STOP | >Successfully changed role</success> | >Invalid role</error>"
      })
  void a_change_of_roles_is_answered_in_the_assumed_form(
      AssumedBehaviour behaviour, String yes, String no) throws IOException {
    String role = "action=set_failover_role&role=";

    asked(
        assuming(behaviour).build(),
        (caller, server) -> {
          String token = caller.token(server.a(), server.pair().account());
          assertThat(caller.command(server.a(), token, role + "none").body()).contains(no);
          return assertThat(caller.command(server.a(), token, role + "backup").body())
              .contains(yes);
        });
  }

  @ParameterizedTest
  @CsvSource({"BACKUP_LISTS_NOBODY, <connected_client_summary>", "BACKUP_REFUSES_LIST, <error>"})
  void a_backup_that_is_asked_for_clients_answers_as_assumed(
      AssumedBehaviour behaviour, String words) throws IOException {
    SimulatedPair pair = assuming(behaviour).build();

    RawAnswer answer =
        asked(
            pair,
            (caller, server) ->
                caller.command(
                    server.b(),
                    caller.token(server.b(), pair.account()),
                    "action=get_connected_client_list"));

    assertThat(answer.body()).contains("<connected_client_list").contains(words);
  }

  @Test
  void health_that_is_cached_is_a_minute_old_at_most_on_both_pages() throws IOException {
    SimulatedPair pair = assuming(AssumedBehaviour.HEALTH_IS_CACHED).build();

    asked(
        pair,
        (caller, server) -> {
          String token = caller.token(server.a(), pair.account());
          caller.command(server.a(), token, HEALTH);
          pair.a().ails("disk");
          assertThat(caller.command(server.a(), token, HEALTH).body()).doesNotContain("disk");
          assertThat(caller.get(server.a(), "/check_health").status()).isEqualTo(200);
          pair.advance(Duration.ofMinutes(1));
          assertThat(caller.get(server.a(), "/check_health").status()).isEqualTo(500);
          return caller.command(server.a(), token, HEALTH);
        });
  }

  @Test
  void the_date_of_an_answer_is_that_of_the_clock_of_its_appliance() throws IOException {
    SimulatedPair pair = SimulatedPair.create();
    pair.b().clockSkew(Duration.ofMinutes(-7));

    asked(
        pair,
        (caller, server) -> {
          assertThat(caller.get(server.a(), "/check_health").headers("Date"))
              .containsExactly("Sun, 01 Mar 2026 12:00:00 GMT");
          return assertThat(caller.get(server.b(), "/check_health").headers("Date"))
              .containsExactly("Sun, 01 Mar 2026 11:53:00 GMT");
        });
  }

  @Test
  void a_traffic_node_is_listed_and_sessions_are_clients() throws IOException {
    SimulatedPair pair =
        SimulatedPair.builder()
            .trafficNode(true)
            .users(SimulatedUsers.every(Duration.ofMinutes(1), Duration.ofMinutes(10)))
            .build();
    pair.advance(Duration.ofMinutes(3));

    asked(
        pair,
        (caller, server) -> {
          String token = caller.token(server.a(), pair.account());
          assertThat(caller.command(server.a(), token, "action=get_appliances").body())
              .contains("<name>appliance-traffic</name>")
              .contains("<cluster_role>traffic</cluster_role>")
              .contains("<failover_role>none</failover_role>")
              .contains("<accepting_connections>0</accepting_connections>");
          return assertThat(
                  caller.command(server.a(), token, "action=get_connected_client_list").body())
              .contains("<count type=\"representative\">3</count>")
              .contains("<count type=\"support_customer\">3</count>")
              .contains("<count type=\"push_agent\">0</count>");
        });
  }

  private interface Question<T> {
    T answer(PlainCaller caller, SimulatedPairServer server) throws IOException;
  }
}
