// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, nothing that this side says shows a secret. Alone, since it hears all logs. */
@Isolated
class SecretsTest {

  private static final String BASIC =
      Base64.getEncoder()
          .encodeToString(
              (ScriptedClient.CLIENT_ID + ":" + ScriptedClient.SECRET)
                  .getBytes(StandardCharsets.UTF_8));

  static final List<String> SECRETS = List.of(ScriptedClient.SECRET, BASIC, ScriptedServer.TOKEN);

  static final RoleChangeRequest CHANGE = RoleChangeRequest.becomeBackup(Recorded.ID);

  @TempDir private Path folder;

  /** What a server may send; echo stands for all that it was sent. */
  record Case(String name, Function<Received, Reply> script) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static String echo(Received request) {
    String authorization =
        request.head().lines().filter(l -> l.startsWith("Authorization:")).findFirst().orElse("");
    // A token that was never given out is nothing that this side could know.
    List<String> known = request.path().equals("/oauth2/token") ? SECRETS.subList(0, 2) : SECRETS;
    return "no " + authorization + " and " + String.join(" and ", known);
  }

  private static String json(String text) {
    return "{\"error\":\"invalid_client\",\"message\":\""
        + text.replace("/", "\\/").replace("+", "\\u002b")
        + "\"}";
  }

  private static String xml(String text) {
    return text.replace("+", "&#x2B;").replace("=", "&#61;");
  }

  private static Function<Received, Reply> change(Function<Received, Reply> answer) {
    return request ->
        request.asksFor("check_health")
            ? Reply.xml(Recorded.health("primary"))
            : answer.apply(request);
  }

  private static List<Case> answers() {
    return List.of(
        new Case("health", r -> Reply.xml(Recorded.health("primary"))),
        new Case("refused token", r -> Reply.of(401, "a/b", Recorded.TOKEN_REFUSED)),
        new Case(
            "refused token, echoed",
            r -> Reply.of(401, "a/b", json(echo(r)).replace("invalid_client", "access_denied"))),
        new Case("JSON error", r -> Reply.of(403, "a/b", json(echo(r)))),
        new Case("error code", r -> Reply.of(403, "a/b", "{\"error\":\"" + echo(r) + "\"}")),
        new Case("XML error", r -> Reply.xml("<error>" + echo(r) + "</error>")),
        new Case("XML error, escaped", r -> Reply.xml("<error>" + xml(echo(r)) + "</error>")),
        new Case(
            "XML error, past the length that is shown",
            r -> Reply.xml("<error>" + "x".repeat(480) + SECRETS.get(0) + "</error>")),
        new Case("XML root", r -> Reply.xml("<" + ScriptedServer.TOKEN + "/>")),
        new Case("XML success", r -> Reply.xml("<success>" + echo(r) + "</success>")),
        new Case("no XML", r -> Reply.xml("<a>" + echo(r) + "</b>")),
        new Case("text", r -> Reply.of(200, "text/plain", echo(r))),
        new Case("page", r -> Reply.of(500, "text/html", "<html>" + echo(r) + "</html>")),
        new Case("status line", r -> Reply.raw(echo(r) + "\r\n\r\n", Ending.CLOSE)),
        new Case(
            "status text", r -> Reply.raw("HTTP/1.1 200 " + echo(r) + "\r\n\r\n", Ending.CLOSE)),
        new Case("header", r -> Reply.of(200, "a/b", "", "X-Echo: " + echo(r))),
        new Case("retry", r -> Reply.of(503, "a/b", "", "Retry-After: " + echo(r) + "\u00ff")),
        new Case("redirect", r -> Reply.of(302, "a/b", "", "Location: /" + SECRETS.get(2))),
        new Case("encoding", r -> Reply.of(200, "a/b", "x", "Content-Encoding: " + echo(r))),
        new Case(
            "chunk",
            r ->
                Reply.raw(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + echo(r) + "\r\n",
                    Ending.CLOSE)),
        new Case("cut", r -> Reply.raw("HTTP/1.1 200 OK\r\n" + echo(r), Ending.CLOSE)),
        new Case("silence", r -> Reply.nothing(Ending.CLOSE)));
  }

  static List<Case> everywhere() {
    List<Case> all = new ArrayList<>();
    for (Case each : answers()) {
      Function<Received, Reply> afterToken =
          r ->
              r.path().equals("/oauth2/token")
                  ? Reply.token(ScriptedServer.TOKEN)
                  : each.script.apply(r);
      Function<Received, Reply> afterLook =
          r -> r.asksFor("check_health") ? healthy() : afterToken.apply(r);
      all.add(new Case(each.name + " to the token call", each.script));
      all.add(new Case(each.name + " to every call", afterToken));
      all.add(new Case(each.name + " to a change", afterLook));
    }
    all.add(new Case("token with line breaks", r -> Reply.token("abc\\r\\n" + SECRETS.get(2))));
    all.add(new Case("token with raw breaks", r -> Reply.token("abc\r\n" + SECRETS.get(2))));
    return all;
  }

  private static Reply healthy() {
    return Reply.xml(Recorded.health("primary"));
  }

  static String told(Callable<?> call) {
    StringBuilder all = new StringBuilder();
    try {
      all.append(call.call());
    } catch (Exception e) {
      append(all, e);
    }
    return all.append('\n').toString();
  }

  private static void append(StringBuilder all, Throwable e) {
    all.append(e).append('\n');
    for (Throwable suppressed : e.getSuppressed()) {
      append(all, suppressed);
    }
    if (e.getCause() != null) {
      append(all, e.getCause());
    }
    if (e instanceof RejectedException no) {
      all.append(no.words()).append('\n');
    }
  }

  private String toldBy(ScriptedServer server) throws IOException {
    try (ApiAccount account = ScriptedClient.account();
        ApplianceClient client = ScriptedClient.hasty(server).account(account).build()) {
      return told(client::probe)
          + told(client::checkHealth)
          + told(client::observe)
          + told(client::getApiInfo)
          + told(client::getAppliances)
          + told(client::getConnectedClientList)
          + told(() -> client.checkAccess(AccessNeed.values()))
          + told(() -> client.setFailoverRole(CHANGE))
          + told(() -> client.downloadBackup(folder.resolve("site.nsb")))
          + client
          + account
          + names();
    }
  }

  private String names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().toString();
    }
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void nothing_that_is_said_or_logged_shows_a_secret(Case each) throws Exception {
    try (CapturedLogs logs = new CapturedLogs();
        ScriptedServer server = ScriptedServer.of(each.script)) {
      String told = toldBy(server);

      assertThat(logs.lines()).isNotEmpty();
      for (String secret : SECRETS) {
        String beginning = secret.substring(0, 16);
        assertThat(told).doesNotContain(beginning);
        assertThat(logs.lines()).noneMatch(line -> line.contains(beginning));
      }
    }
  }

  @Test
  void the_logs_are_heard_at_all() throws Exception {
    try (CapturedLogs logs = new CapturedLogs();
        ScriptedServer server = ScriptedServer.withTokens(r -> healthy())) {
      toldBy(server);

      assertThat(logs.lines()).anyMatch(line -> line.contains("check_health"));
      assertThat(logs.lines()).anyMatch(line -> line.contains("okhttp") || line.contains("OkHttp"));
    }
  }

  @Test
  void the_rest_of_the_words_is_passed_on() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.of(r -> Reply.of(401, "a/b", json("bad " + BASIC + ", sorry")));
        ApplianceClient client = ScriptedClient.of(server)) {

      assertThat(told(client::checkHealth)).contains("invalid_client: bad [hidden], sorry");
    }
  }

  @Test
  void the_words_are_on_one_line_and_not_too_long() throws Exception {
    String message = "one\\r\\ntwo\\u0000" + "x".repeat(100_000);
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.of(403, "a/b", json(message)));
        ApplianceClient client = ScriptedClient.of(server)) {
      String told = told(client::checkHealth);

      assertThat(told).contains("one two x").hasSizeLessThan(2_000);
      assertThat(told.strip().lines()).hasSize(2);
    }
  }

  @Test
  void a_health_that_repeats_one_is_shown_without_it() throws Exception {
    String health =
        Recorded.health("primary")
            .replace("ip-10-x-x-x", ScriptedServer.TOKEN)
            .replace(
                "<success>1</success>",
                "<success>0</success><error_message>" + BASIC + "</error_message>");
    try (ScriptedServer server = ScriptedServer.withTokens(r -> Reply.xml(health));
        ApplianceClient client = ScriptedClient.of(server)) {

      assertThat(client.checkHealth().hostName()).isEqualTo("[hidden]");
      assertThat(client.checkHealth().errorMessages()).containsExactly("[hidden]");
    }
  }

  @Test
  void a_refused_change_is_told_without_one() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                change(r -> Reply.xml("<error>no " + ScriptedServer.TOKEN + "</error>")));
        ApplianceClient client = ScriptedClient.of(server)) {

      assertThat(client.setFailoverRole(CHANGE))
          .isEqualTo(new RoleChange.Refused(CHANGE, "no [hidden]"));
    }
  }
}
