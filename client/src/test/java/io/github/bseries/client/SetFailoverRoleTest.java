// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetFailoverRoleTest {

  private static final String CHANGED = "<success>Successfully changed role.</success>";
  private static final String STARTED =
      "<success xmlns='http://www.bomgar.com/namespaces/API/command'>Successfully started data"
          + " sync. Role change will occur upon successful completion.</success>";

  private static final RoleChangeRequest BECOME_BACKUP =
      RoleChangeRequest.becomeBackup(Recorded.ID);

  /** A primary that answers a change like this. */
  private static Function<Received, Reply> primaryThat(Reply reply) {
    return request ->
        request.asksFor("set_failover_role") ? reply : Reply.xml(Recorded.health("primary"));
  }

  private static RoleChange changeOf(Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.withTokens(primaryThat(reply));
        ApplianceClient client = ScriptedClient.impatient(server)) {
      RoleChange change = client.setFailoverRole(BECOME_BACKUP);

      assertThat(server.requests("set_failover_role")).hasSize(1);
      return change;
    }
  }

  @Nested
  class The_request {

    private static Map<String, String> sentFor(RoleChangeRequest request, String role)
        throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  r ->
                      r.asksFor("set_failover_role")
                          ? Reply.xml(CHANGED)
                          : Reply.xml(Recorded.health(role)));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.setFailoverRole(request);

        Received sent = server.requests("set_failover_role").get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/api/command");
        assertThat(sent.hasHeader("Content-Type: application/x-www-form-urlencoded")).isTrue();
        Map<String, String> form = new TreeMap<>();
        for (String pair : sent.body().split("&")) {
          form.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return form;
      }
    }

    @Test
    void says_no_more_than_was_asked_for() throws Exception {
      assertThat(sentFor(RoleChangeRequest.becomePrimary(Recorded.ID), "backup"))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("action", "set_failover_role", "role", "primary"));
    }

    @Test
    void says_everything_that_was_asked_for() throws Exception {
      assertThat(sentFor(BECOME_BACKUP.withDataSyncFirst().withForce(), "primary"))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "action", "set_failover_role",
                  "role", "backup",
                  "data_sync_first", "1",
                  "force", "1"));
    }

    @Test
    void bears_the_token_of_the_look_before_it() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(primaryThat(Reply.xml(CHANGED)));
          ApplianceClient client = ScriptedClient.of(server)) {
        client.setFailoverRole(BECOME_BACKUP);

        assertThat(server.requests().stream().map(Received::path).toList())
            .containsExactly("/oauth2/token", "/api/command", "/api/command");
        assertThat(server.requests("action="))
            .allMatch(r -> r.hasHeader("Authorization: Bearer " + ScriptedServer.TOKEN));
      }
    }
  }

  @Nested
  class Is_not_sent {

    private static RoleChange.NotSent notSent(String role, RoleChangeRequest request)
        throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(r -> Reply.xml(Recorded.health(role)));
          ApplianceClient client = ScriptedClient.of(server)) {
        RoleChange change = client.setFailoverRole(request);

        assertThat(server.requests("set_failover_role")).isEmpty();
        return (RoleChange.NotSent) change;
      }
    }

    @Test
    void to_an_appliance_with_another_id() throws Exception {
      RoleChange.NotSent change =
          notSent("primary", RoleChangeRequest.becomeBackup(Recorded.OTHER_ID));

      assertThat(change.reason()).contains(Recorded.ID_TEXT).contains(Recorded.OTHER_ID.value());
      assertThat(change.isRoleHeldAlready()).isFalse();
    }

    @Test
    void for_a_role_that_is_held_already() throws Exception {
      RoleChange.NotSent change = notSent("backup", BECOME_BACKUP);

      assertThat(change.reason()).contains("is backup already");
      assertThat(change.isRoleHeldAlready()).isTrue();
    }

    @Test
    void to_an_appliance_without_a_relationship() throws Exception {
      assertThat(notSent("none", BECOME_BACKUP).reason()).contains("no failover relationship");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<error>no</error>", "<html></html>", ""})
    void when_the_look_before_it_brings_no_health(String body) throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> Reply.of(200, "text/xml", body));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThatThrownBy(() -> client.setFailoverRole(BECOME_BACKUP))
            .isInstanceOf(ApplianceException.class);
        assertThat(server.requests("set_failover_role")).isEmpty();
      }
    }
  }

  @Nested
  class Its_answer {

    @Test
    void may_confirm() throws Exception {
      assertThat(changeOf(Reply.xml(CHANGED))).isEqualTo(new RoleChange.Confirmed(BECOME_BACKUP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n"})
    void may_tell_of_a_sync(String before) throws Exception {
      assertThat(changeOf(Reply.xml(before + STARTED)))
          .isEqualTo(new RoleChange.AwaitsSync(BECOME_BACKUP));
    }

    @Test
    void may_be_a_no() throws Exception {
      assertThat(changeOf(Reply.xml("<error>The peer cannot be reached</error>")))
          .isEqualTo(new RoleChange.Refused(BECOME_BACKUP, "The peer cannot be reached"));
    }

    @Test
    void may_refuse_the_token_which_is_then_dropped() throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  primaryThat(Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)));
          ApplianceClient client = ScriptedClient.of(server)) {

        assertThat(client.setFailoverRole(BECOME_BACKUP)).isInstanceOf(RoleChange.Refused.class);
        assertThat(server.requests("set_failover_role")).hasSize(1);

        client.checkHealth();
        assertThat(server.requests("/oauth2/token")).hasSize(2);
      }
    }

    @Test
    void may_refuse_the_permission() throws Exception {
      assertThat(changeOf(Reply.of(403, "application/json", "{\"message\":\"not permitted\"}")))
          .isEqualTo(new RoleChange.Refused(BECOME_BACKUP, "not permitted"));
    }

    static List<Reply> undecided() {
      return List.of(
          Reply.of(200, "text/xml", ""),
          Reply.of(200, "text/html", Recorded.HTML),
          Reply.of(200, "text/xml", "<success>1</success>"),
          Reply.of(200, "text/xml", "<success>All went well</success>"),
          Reply.of(200, "text/xml", CHANGED.substring(0, 30)),
          Reply.of(200, "text/xml", Recorded.health("backup")),
          Reply.of(500, "text/xml", CHANGED),
          Reply.of(500, "application/json", "{\"message\":\"unexpected\"}"),
          Reply.of(401, "text/html", Recorded.HTML, "WWW-Authenticate: Basic realm=\"proxy\""),
          Reply.of(408, "text/plain", ""),
          Reply.of(408, "text/plain", "", "Retry-After: 0"),
          Reply.of(421, "text/plain", ""),
          Reply.of(429, "text/plain", "", "Retry-After: 0"),
          Reply.of(503, "text/plain", "", "Retry-After: 0"),
          Reply.of(503, "text/plain", "").then(Ending.CLOSE),
          Reply.of(503, "text/plain", "", "Retry-After: sp\u00e4ter"),
          Reply.of(407, "text/plain", "", "Proxy-Authenticate: Basic realm=\"proxy\""),
          Reply.raw("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\n\r\n", Ending.KEEP),
          Reply.raw("HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello", Ending.KEEP),
          Reply.of(302, "text/plain", "", "Location: /api/command?action=set_failover_role"),
          Reply.of(307, "text/plain", "", "Location: /api/command"),
          Reply.of(308, "text/plain", "", "Location: /api/command"),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<succ", Ending.CLOSE),
          Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<succ", Ending.STALL),
          Reply.raw(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<succ", Ending.RESET),
          Reply.raw("HTTP/1.1 200", Ending.CLOSE),
          Reply.raw("garbage", Ending.CLOSE),
          Reply.nothing(Ending.CLOSE),
          Reply.nothing(Ending.RESET),
          Reply.nothing(Ending.STALL));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void may_leave_it_undecided_and_is_never_an_exception(Reply reply) throws Exception {
      assertThat(changeOf(reply)).isInstanceOf(RoleChange.Unconfirmed.class);
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void makes_nobody_send_it_again_after_one_good_call_either(Reply reply) throws Exception {
      try (ScriptedServer server =
              ScriptedServer.withTokens(primaryThat(Reply.xml("<error>Not yet</error>")));
          ApplianceClient client = ScriptedClient.impatient(server)) {
        assertThat(client.setFailoverRole(BECOME_BACKUP)).isInstanceOf(RoleChange.Refused.class);
        server.script(
            request ->
                request.path().equals("/oauth2/token")
                    ? Reply.token(ScriptedServer.TOKEN)
                    : primaryThat(reply).apply(request));

        client.setFailoverRole(BECOME_BACKUP);

        assertThat(server.requests("set_failover_role")).hasSize(2);
      }
    }

    @Test
    void that_is_lost_names_what_came_instead_and_how_long_it_took() throws Exception {
      RoleChange.Unconfirmed change =
          (RoleChange.Unconfirmed) changeOf(Reply.nothing(Ending.STALL));

      assertThat(change.reason()).contains("within the time allowed");
      assertThat(change.waited()).isPositive();
    }
  }

  @Test
  void closing_the_client_leaves_a_change_underway_unconfirmed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.withTokens(
            request -> {
              if (request.asksFor("set_failover_role")) {
                arrived.countDown();
                return Reply.nothing(Ending.STALL);
              }
              return Reply.xml(Recorded.health("primary"));
            })) {
      ApplianceClient client = ScriptedClient.of(server);
      CompletableFuture<RoleChange> change =
          OwnThread.of(() -> client.setFailoverRole(BECOME_BACKUP));
      arrived.await();

      client.close();

      assertThat(change.join())
          .isInstanceOfSatisfying(
              RoleChange.Unconfirmed.class,
              unconfirmed -> assertThat(unconfirmed.reason()).contains("closed"));
    }
  }

  @Test
  void nobody_there_when_it_is_to_be_sent_is_an_exception_since_nothing_went_out()
      throws Exception {
    ScriptedServer[] holder = new ScriptedServer[1];
    try (ScriptedServer server =
        ScriptedServer.at(
            new InetSocketAddress("127.0.0.5", 0),
            request -> {
              holder[0].stopListening();
              return Reply.xml(Recorded.health("primary"));
            })) {
      holder[0] = server;
      try (ApplianceClient client = ScriptedClient.of(server)) {
        assertThatThrownBy(() -> client.setFailoverRole(BECOME_BACKUP))
            .isInstanceOf(UnreachableException.class);
        assertThat(server.requests("set_failover_role")).isEmpty();
      }
    }
  }
}
