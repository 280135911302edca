// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.client.ScriptedServer.Reply;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAccountTest {

  private static final String SECRET = "not-to-be-shown";

  private static String decoded(ApiAccount account) throws Exception {
    String header = account.credentials().authorization();
    assertThat(header).startsWith("Basic ");
    return new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with:colon",
        "\u011f\u00fc\u015f\u0131\u0130",
        "\u20ac\uD83D\uDD11",
        " "
      })
  void id_and_secret_are_told_in_UTF_8(String secret) throws Exception {
    assertThat(decoded(ApiAccount.of("id", secret.toCharArray()))).isEqualTo("id:" + secret);
  }

  @Test
  void that_is_what_goes_over_the_wire() throws Exception {
    ApiAccount account = ApiAccount.of("id", "\u015fifre".toCharArray());
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
        ApplianceClient client = ScriptedClient.builder(server).account(account).build()) {
      client.checkHealth();

      assertThat(server.requests().get(0).hasHeader("Authorization: Basic aWQ6xZ9pZnJl")).isTrue();
    }
  }

  @Test
  void a_broken_pair_of_characters_is_no_exception() throws Exception {
    assertThat(decoded(ApiAccount.of("id", new char[] {'a', '\uD83D'}))).isEqualTo("id:a?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "i:d", "i\nd", "id\r", "i\0d"})
  void an_id_that_cannot_be_is_refused(String clientId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiAccount.of(clientId, SECRET.toCharArray()))
        .withMessageContaining("clientId")
        .withMessageNotContaining(SECRET);
  }

  @Test
  void an_empty_secret_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiAccount.of("id", new char[0]))
        .withMessage("clientSecret is empty");
  }

  @Test
  void null_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> ApiAccount.of(null, SECRET.toCharArray()))
        .withMessage("clientId");
    assertThatNullPointerException()
        .isThrownBy(() -> ApiAccount.of("id", (char[]) null))
        .withMessage("clientSecret");
  }

  @Test
  void a_copy_of_the_secret_is_kept() throws Exception {
    char[] secret = SECRET.toCharArray();
    ApiAccount account = ApiAccount.of("id", secret);

    Arrays.fill(secret, 'x');

    assertThat(decoded(account)).isEqualTo("id:" + SECRET);
  }

  @Test
  void the_caller_keeps_its_own() {
    char[] secret = SECRET.toCharArray();

    ApiAccount.of("id", secret).close();

    assertThat(secret).isEqualTo(SECRET.toCharArray());
  }

  @Test
  void closing_wipes_the_secret() throws Exception {
    ApiAccount account = ApiAccount.of("id", SECRET.toCharArray());
    Field kept = ApiAccount.class.getDeclaredField("clientSecret");
    kept.setAccessible(true);

    account.close();

    assertThat((char[]) kept.get(account)).containsOnly('\0');
  }

  @Test
  void closed_it_gives_out_nothing_and_closes_again() {
    ApiAccount account = ApiAccount.of("id", SECRET.toCharArray());

    account.close();

    assertThatIllegalStateException()
        .isThrownBy(account::credentials)
        .withMessage("the API account id is closed");
    assertThatCode(account::close).doesNotThrowAnyException();
  }

  @Test
  void it_does_not_show_its_secret() {
    assertThat(ApiAccount.of("id", SECRET.toCharArray()))
        .hasToString("ApiAccount[id, secret hidden]");
  }

  @Test
  void it_is_made_of_two_variables() throws Exception {
    Map<String, String> environment =
        Map.of("BT_CLIENT_ID", " id ", "BT_CLIENT_SECRET", SECRET + "\n");

    assertThat(decoded(ApiAccount.from(environment))).isEqualTo("id:" + SECRET);
  }

  @ParameterizedTest
  @CsvSource({"BT_CLIENT_ID, BT_CLIENT_SECRET", "BT_CLIENT_SECRET, BT_CLIENT_ID"})
  void a_variable_that_is_missing_or_blank_is_named(String missing, String other) {
    assertThatIllegalStateException()
        .isThrownBy(() -> ApiAccount.from(Map.of(other, SECRET)))
        .withMessage("the environment variable " + missing + " is not set");
    assertThatIllegalStateException()
        .isThrownBy(() -> ApiAccount.from(Map.of(other, SECRET, missing, " ")))
        .withMessageContaining(missing)
        .withMessageNotContaining(SECRET);
  }
}
