// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static io.github.bseries.testkit.http.PlainCaller.FORM;
import static io.github.bseries.testkit.http.PlainCaller.basic;
import static io.github.bseries.testkit.http.PlainCaller.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SimulatedPairTest
class EndpointsTest {

  private static final String OPENING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";
  private static final String NAMESPACE = " xmlns=\"http://www.bomgar.com/namespaces/API/command\"";

  private final SimulatedPair pair;
  private final SimulatedAccount account;
  private final ApplianceAddress a;
  private final ApplianceAddress b;
  private final PlainCaller caller;
  private String token;

  EndpointsTest(SimulatedPair pair, SimulatedAccount account, PairAddresses addresses) {
    this.pair = pair;
    this.account = account;
    this.a = addresses.a();
    this.b = addresses.b();
    this.caller = new PlainCaller(addresses.caCertificate());
  }

  @BeforeEach
  void ask_for_a_token() throws IOException {
    token = caller.token(a, account);
  }

  private String health() throws IOException {
    return caller.command(a, token, "action=check_health").body();
  }

  @Test
  void a_token_is_one_line_of_json() throws IOException {
    RawAnswer answer =
        caller.post(
            a,
            "/oauth2/token",
            "grant_type=client_credentials",
            basic(account.clientId(), account.clientSecret()),
            FORM);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("Content-Type")).containsExactly("application/json");
    assertThat(answer.headers("Cache-Control"))
        .containsExactly("must-revalidate, no-cache, no-store, post-check=0, pre-check=0, private");
    assertThat(answer.body())
        .matches(
            "\\{\"access_token\":\"[A-Za-z0-9]{40}\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
  }

  @Test
  void a_token_is_given_for_a_json_body_as_well() throws IOException {
    RawAnswer answer =
        caller.post(
            a,
            "/oauth2/token",
            "{\"grant_type\":\"client_credentials\"}",
            basic(account.clientId(), account.clientSecret()),
            "Content-Type: application/json");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void wrong_credentials_are_refused_in_json() throws IOException {
    RawAnswer answer =
        caller.post(a, "/oauth2/token", "grant_type=client_credentials", basic("x", "y"), FORM);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Basic realm=\"OAuth\"");
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"invalid_client\",\"message\":\"Client authentication failed\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic !!!",
        "Authorization: Basic eA==",
        "Authorization: x",
        "X: y"
      })
  void credentials_in_a_wrong_form_are_refused(String header) throws IOException {
    RawAnswer answer =
        caller.post(a, "/oauth2/token", "grant_type=client_credentials", header, FORM);

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void another_grant_type_is_refused() throws IOException {
    RawAnswer answer =
        caller.post(
            a,
            "/oauth2/token",
            "grant_type=password",
            basic(account.clientId(), account.clientSecret()),
            FORM);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"unsupported_grant_type\"");
  }

  @Test
  void health_reads_like_the_recorded_one() throws IOException {
    RawAnswer answer = caller.command(a, token, "action=check_health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("Content-Type")).containsExactly("text/xml; charset=UTF-8");
    assertThat(answer.headers("Vary")).containsExactly("X-Requested-With,Authorization");
    assertThat(answer.headers("Server")).containsExactly("Apache");
    assertThat(answer.body())
        .isEqualTo(
            OPENING
                + "<health_check"
                + NAMESPACE
                + ">\n\t<appliance id=\""
                + pair.a().id()
                + "\">appliance-a</appliance>\n"
                + "\t<version>19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)</version>\n"
                + "\t<success>1</success>\n\t\t<failover_role>primary</failover_role>\n"
                + "\t\t\t<enabled_shared_ips>\n\t\t\t\t<ip>12.12.1.52</ip>\n"
                + "\t\t\t</enabled_shared_ips>\n\n"
                + "\t\t\t<last_data_sync_time ts=\"1772362800\">2026-03-01T11:00:00+00:00"
                + "</last_data_sync_time>\n"
                + "\t\t\t<last_data_sync_status>success</last_data_sync_status>\n\n"
                + "\t\t\t</health_check>\n\n\n");
  }

  @Test
  void error_messages_are_escaped() throws IOException {
    pair.a().ails("a < b & \"c\" > d\u0001", "Glück");

    assertThat(health())
        .contains("<success>0</success>")
        .contains("<error_message>a &lt; b &amp; &quot;c&quot; &gt; d\ufffd</error_message>")
        .contains("<error_message>Glück</error_message>");
  }

  @Test
  void a_command_can_be_posted_as_a_form() throws IOException {
    RawAnswer answer = caller.post(a, "/api/command", "action=check_health", bearer(token), FORM);

    assertThat(answer.body()).contains("<health_check");
  }

  @Test
  void a_body_that_is_no_form_has_no_parameters() throws IOException {
    RawAnswer answer =
        caller.post(
            a, "/api/command", "action=check_health", bearer(token), "Content-Type: text/plain");

    assertThat(answer.body()).contains("Invalid action");
  }

  @ParameterizedTest
  @ValueSource(strings = {"action=nonsense", "", "action"})
  void an_unknown_action_is_an_error_with_status_200(String query) throws IOException {
    RawAnswer answer = caller.command(a, token, query);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(OPENING + "<error" + NAMESPACE + ">Invalid action</error>\n\n\n");
  }

  @Test
  void a_role_change_says_the_documented_words() throws IOException {
    assertThat(caller.command(a, token, "action=set_failover_role&role=backup").body())
        .isEqualTo(
            OPENING + "<success" + NAMESPACE + ">Successfully changed role.</success>\n\n\n");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
    pair.advance(Duration.ofSeconds(5));

    String next = "action=set_failover_role&role=primary&data_sync_first=1";
    assertThat(caller.command(a, token, next).body())
        .contains(
            ">Successfully started data sync. Role change will occur upon successful"
                + " completion.</success>");
  }

  @Test
  void force_reaches_the_appliance() throws IOException {
    pair.cutLink();

    String query = "action=set_failover_role&role=backup";
    assertThat(caller.command(a, token, query).body()).contains("<error");
    assertThat(caller.command(a, token, query + "&force=1").body()).contains("<success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&role=",
        "&role=none",
        "&role=Backup",
        "&role=backup&force=yes",
        "&role=backup&data_sync_first=true"
      })
  void parameters_that_make_no_sense_are_an_error_and_change_nothing(String rest)
      throws IOException {
    RawAnswer answer = caller.command(a, token, "action=set_failover_role" + rest);

    assertThat(answer.body()).contains("<error").contains("Invalid ");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/command?action=set_failover_role&role=backup", "/api/backup"})
  void a_call_without_a_valid_token_is_refused_in_json(String target) throws IOException {
    RawAnswer wrong = caller.get(a, target, bearer("wrong"));
    RawAnswer missing = caller.get(a, target);

    for (RawAnswer answer : List.of(wrong, missing)) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body())
          .isEqualTo(
              "{\"error\":\"access_denied\",\"message\":\"The resource owner or authorization"
                  + " server denied the request.\"}");
    }
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_token_of_the_peer_is_refused() throws IOException {
    assertThat(caller.command(b, token, "action=check_health").status()).isEqualTo(401);
  }

  @Test
  void an_expired_token_is_refused() throws IOException {
    pair.advance(Duration.ofHours(1));

    assertThat(caller.command(a, token, "action=check_health").status()).isEqualTo(401);
  }

  @Test
  void a_backup_arrives_as_it_was_made() throws IOException, GeneralSecurityException {
    RawAnswer answer = caller.get(a, "/api/backup", bearer(token));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("Content-Length")).isEmpty();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer.bodyBytes());
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo(pair.a().backup().orElseThrow().sha256());
  }

  @Test
  void a_backup_can_be_asked_for_with_a_password_which_is_not_recorded() throws IOException {
    RawAnswer answer =
        caller.post(
            a,
            "/api/backup",
            "{\"password\":\"hunter2\"}",
            bearer(token),
            "Content-Type: application/json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(pair.a().recordedCalls().toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"pass", "[]", "{\"password\":1}"})
  void a_password_in_broken_json_is_refused(String body) throws IOException {
    RawAnswer answer =
        caller.post(a, "/api/backup", body, bearer(token), "Content-Type: application/json");

    assertThat(answer.body()).contains("<error");
  }

  @Test
  void the_probe_needs_no_token() throws IOException {
    assertThat(caller.get(b, "/check_health").status()).isEqualTo(200);

    pair.b().ails();

    assertThat(caller.get(b, "/check_health").status()).isEqualTo(500);
  }

  @Test
  void other_paths_and_methods_are_refused() throws IOException {
    assertThat(caller.get(a, "/nothing").status()).isEqualTo(404);
    for (String path :
        List.of(
            "/__admin",
            "/__admin/mappings",
            "/__admin/swagger-ui/index.html",
            "/__admin/recorder/index.html",
            "/__admin/not-matched",
            "/__files/x",
            "/favicon.ico")) {
      assertThat(caller.get(a, path).status()).as(path).isEqualTo(404);
      assertThat(pair.a().recordedCalls()).last().extracting(RecordedCall::path).isEqualTo(path);
    }
    assertThat(caller.get(a, "/oauth2/token").status()).isEqualTo(405);
    RawAnswer put = caller.send(a, PlainCaller.request("PUT", "/api/command", "x", bearer(token)));
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.headers("Allow")).containsExactly("GET, POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close", "X-Nothing: x"})
  void every_body_is_chunked_and_every_connection_closed(String header) throws IOException {
    RawAnswer backup = caller.get(a, "/api/backup", bearer(token), header);
    RawAnswer health = caller.get(a, "/api/command?action=check_health", bearer(token), header);
    RawAnswer probe = caller.get(a, "/check_health", header);
    RawAnswer refused = caller.get(a, "/api/backup", header);

    for (RawAnswer answer : List.of(backup, health, probe, refused)) {
      assertThat(answer.headers("Transfer-Encoding")).containsExactly("chunked");
      assertThat(answer.headers("Content-Length")).isEmpty();
      assertThat(answer.headers("Connection")).containsExactly("close");
      assertThat(answer.rawBody()).endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void the_date_follows_the_simulated_time() throws IOException {
    assertThat(caller.get(a, "/check_health").headers("Date"))
        .containsExactly("Sun, 01 Mar 2026 12:00:00 GMT");

    pair.advance(Duration.ofDays(2));

    assertThat(caller.get(a, "/check_health").headers("Date"))
        .containsExactly("Tue, 03 Mar 2026 12:00:00 GMT");
  }

  @Test
  void calls_are_recorded_without_their_secrets() throws IOException {
    caller.command(a, token, "action=check_health&client_secret=hunter2");

    List<RecordedCall> calls = pair.a().recordedCalls();
    assertThat(calls)
        .extracting(RecordedCall::kind)
        .containsExactly(CallKind.TOKEN, CallKind.CHECK_HEALTH);
    RecordedCall last = calls.get(1);
    assertThat(last.method()).isEqualTo("GET");
    assertThat(last.path()).isEqualTo("/api/command");
    assertThat(last.host()).isEqualTo("support.example.com");
    assertThat(last.action()).isEqualTo("check_health");
    assertThat(last.parameters()).containsOnlyKeys("action");
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.carriedOut()).isTrue();
    assertThat(last.at()).isEqualTo(pair.time().instant());
    assertThat(calls.toString()).doesNotContain(token).doesNotContain(account.clientSecret());
  }
}
