// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.Observation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretSourceTest {

  /** The secrets with which a server was asked for tokens, in that order. */
  static List<String> secretsSentTo(ScriptedServer server) {
    return server.requests("/oauth2/token").stream()
        .map(r -> r.head().lines().filter(l -> l.startsWith("Authorization: Basic ")).toList())
        .map(lines -> lines.get(0).substring("Authorization: Basic ".length()))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
        .map(text -> text.split(":", 2)[1])
        .toList();
  }

  @Test
  void a_source_is_read_anew_when_the_appliance_has_another_without_a_restart() throws Exception {
    AtomicInteger read = new AtomicInteger();
    List<char[]> given = new ArrayList<>();
    SecretSource source =
        () -> {
          given.add(("secret-number-" + read.incrementAndGet()).toCharArray());
          return given.get(given.size() - 1);
        };
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r ->
                    asked.incrementAndGet() == 2
                        ? Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)
                        : Reply.xml(Recorded.health("primary")));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, source);
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      client.checkHealth();
      client.checkHealth();

      assertThat(secretsSentTo(server)).containsExactly("secret-number-1", "secret-number-2");
      assertThat(given).allSatisfy(array -> assertThat(array).containsOnly('\0'));
      assertThat(account.hideIn("secret-number-1, secret-number-2", "-")).isEqualTo("-, -");
    }
  }

  @Test
  void a_secret_that_cannot_be_read_is_told_without_its_words_and_nothing_is_sent()
      throws Exception {
    SecretSource source =
        () -> {
          throw new IllegalStateException("the vault said hunter2hunter2");
        };
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.token(ScriptedServer.TOKEN));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, source);
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      UnreachableException none =
          catchThrowableOfType(UnreachableException.class, client::checkHealth);

      assertThat(none.isSilent()).isFalse();
      assertThat(none).hasMessageContaining("IllegalStateException").hasNoCause();
      assertThat(none).hasMessageNotContaining("hunter2");
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"missing, NoSuchFile", "empty, empty", "long, IOException", "bytes, Malformed"})
  void a_file_that_holds_no_secret_is_told_with_its_file(
      String name, String why, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("empty"), "\n");
    Files.writeString(folder.resolve("long"), "x".repeat(4097));
    Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xff});
    SecretSource source = SecretSource.ofFile(folder.resolve(name));
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.token(ScriptedServer.TOKEN));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, source);
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      assertThatThrownBy(client::checkHealth)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining(name)
          .hasMessageContaining(why);
      assertThat(client.observe()).isInstanceOf(Observation.Unreadable.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_byte_order_mark_is_no_part_of_a_secret(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "\uFEFFwritten-by-an-editor\r\n");

    assertThat(SecretSource.ofFile(file).read()).isEqualTo("written-by-an-editor".toCharArray());
  }

  @Test
  void a_source_that_is_an_unset_variable_is_told_with_its_name() throws Exception {
    SecretSource source = SecretSource.ofEnvironment("BSERIES_NOT_SET");
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.token(ScriptedServer.TOKEN));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, source);
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      assertThatThrownBy(client::checkHealth).hasMessageContaining("BSERIES_NOT_SET");
      assertThat(source.toString()).isEqualTo("SecretVariable[BSERIES_NOT_SET]");
    }
  }
}
