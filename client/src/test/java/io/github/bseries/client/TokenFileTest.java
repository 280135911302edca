// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.client.internal.file.ExclusiveLock;
import io.github.bseries.core.pair.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TokenFileTest {

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-02T12:00:00Z"));
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("tokens.json");
  }

  private static ScriptedServer appliance() throws IOException {
    return ScriptedServer.withTokens(request -> Reply.xml(Recorded.health("primary")));
  }

  private TokenFile tokenFile() throws IOException {
    InstantSource clock = now::get;
    return new TokenFile(file, TokenFile.self(file), clock);
  }

  /** One run of a program: an account and a client of its own. */
  private void run(ScriptedServer server, String clientId) throws IOException {
    try (ApiAccount account =
            ApiAccount.of(clientId, ScriptedClient.SECRET.toCharArray()).keepTokensIn(tokenFile());
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      client.checkHealth();
    }
  }

  private void run(ScriptedServer server) throws IOException {
    run(server, ScriptedClient.CLIENT_ID);
  }

  private void open(String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void the_next_run_takes_the_token_of_the_one_before() throws Exception {
    try (ScriptedServer server = appliance()) {
      run(server);
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(1);
      assertThat(server.requests("check_health")).hasSize(2);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(file)).doesNotContain(ScriptedClient.SECRET);
    }
  }

  @Test
  void a_file_that_somebody_else_is_at_takes_no_call_its_time() throws Exception {
    try (ScriptedServer server = appliance();
        ExclusiveLock held = HistoryStore.acquire(file, Duration.ZERO);
        ApiAccount account =
            ApiAccount.of(ScriptedClient.CLIENT_ID, ScriptedClient.SECRET.toCharArray())
                .keepTokensIn(tokenFile());
        ApplianceClient client =
            ScriptedClient.builder(server)
                .account(account)
                .callTimeout(Duration.ofMillis(1500))
                .attemptsPerRead(1)
                .build()) {
      assertThat(held).isNotNull();
      assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
      assertThat(file).as("it is never needed").doesNotExist();
    }
  }

  @Test
  void a_token_that_has_ended_is_replaced() throws Exception {
    try (ScriptedServer server = appliance()) {
      run(server);
      now.set(now.get().plus(Duration.ofHours(1)));
      run(server);
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT58M59S, 1", "PT59M, 2", "PT59M56S, 2", "PT-0.001S, 2", "PT-720H, 2"})
  void a_token_is_used_by_other_runs_as_long_as_by_its_own(Duration later, int fetched)
      throws Exception {
    try (ScriptedServer server = appliance()) {
      run(server);
      now.set(now.get().plus(later));
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(fetched);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T11:00:00Z, 9999-12-31T23:59:59Z",
    "2026-11-02T12:00:00Z, 9999-12-31T23:59:59Z",
    "2026-11-02T12:00:00Z, 2027-11-02T12:00:01Z",
    "9999-12-31T23:59:58Z, 9999-12-31T23:59:59Z",
    "2026-11-02T12:00:00Z, 2026-11-02T11:00:00Z"
  })
  void a_moment_that_cannot_be_is_passed_over_and_replaced(String givenAt, String until)
      throws Exception {
    try (ScriptedServer server = appliance()) {
      run(server);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("2026-11-02T12:00:00Z", givenAt)
              .replace("2026-11-02T13:00:00Z", until));
      assertThat(Files.readString(file)).contains(givenAt, until);
      run(server);
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(2);
      assertThat(Files.readString(file)).doesNotContain("9999");
    }
  }

  @Test
  void a_token_that_is_refused_is_replaced() throws Exception {
    try (ScriptedServer server = appliance()) {
      run(server);
      AtomicReference<String> good = new AtomicReference<>("another-token-0123456789");
      server.script(
          request -> {
            if (request.path().equals("/oauth2/token")) {
              return Reply.token(good.get());
            }
            return request.head().contains(good.get())
                ? Reply.xml(Recorded.health("primary"))
                : Reply.of(401, "application/json", Recorded.TOKEN_REFUSED);
          });
      run(server);
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(2);
      assertThat(Files.readString(file)).contains(good.get()).doesNotContain(ScriptedServer.TOKEN);
    }
  }

  @Test
  void a_token_goes_to_its_address_and_for_its_client_id_only() throws Exception {
    try (ScriptedServer one = appliance();
        ScriptedServer other = appliance()) {
      run(one);
      run(other);
      run(one, "another-client");
      run(one);
      run(other);
      run(one, "another-client");

      assertThat(one.requests("/oauth2/token")).hasSize(2);
      assertThat(other.requests("/oauth2/token")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void a_file_that_is_open_to_others_is_refused(String permissions) throws IOException {
    Files.createFile(file);
    open(permissions);
    ApiAccount account = ScriptedClient.account();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.keepTokensIn(file))
        .withMessageContaining(permissions)
        .withMessageContaining("make it 0600");
  }

  @Test
  void a_file_of_somebody_else_is_refused() throws IOException {
    Files.createFile(file);
    open("rw-------");
    ApiAccount account = ScriptedClient.account();
    TokenFile ofAnother = new TokenFile(file, () -> "somebody", now::get);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.keepTokensIn(ofAnother))
        .withMessageContaining("and not to somebody");
  }

  @Test
  void a_link_and_a_missing_folder_are_refused() throws IOException {
    Files.createSymbolicLink(file, Files.createFile(folder.resolve("real")));
    ApiAccount account = ScriptedClient.account();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.keepTokensIn(file))
        .withMessageContaining("no plain file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.keepTokensIn(folder.resolve("none").resolve("tokens.json")))
        .withMessageContaining("make it first");
  }

  @Test
  void a_file_that_was_opened_to_others_meanwhile_is_not_used() throws Exception {
    try (ScriptedServer server = appliance();
        ApiAccount account = ScriptedClient.account().keepTokensIn(tokenFile())) {
      run(server);
      open("rw-r--r--");
      try (ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
        client.checkHealth();
      }

      assertThat(server.requests("/oauth2/token")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"format\": \"bseries-tokens\", \"version\": 2}",
        "{\"format\": \"bseries-tokens\", \"version\": 1, \"tokens\": [{}]}"
      })
  void a_file_that_is_not_understood_is_passed_over_and_replaced(String content) throws Exception {
    Files.writeString(file, content);
    open("rw-------");
    try (ScriptedServer server = appliance()) {
      run(server);
      run(server);

      assertThat(server.requests("/oauth2/token")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"format\": \"bseries-pair\"}", "{}", "[]", "notes", "{\"a\": "})
  void a_file_of_another_kind_is_left_alone(String content) throws Exception {
    Files.writeString(file, content);
    open("rw-------");
    try (ScriptedServer server = appliance()) {
      run(server);

      assertThat(file).hasContent(content);
    }
  }

  @Test
  void a_client_comes_after_the_file() throws Exception {
    try (ScriptedServer server = appliance();
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> account.keepTokensIn(file))
          .withMessageContaining("after a client");
      assertThat(client.address()).isEqualTo(server.address());
    }
  }
}
