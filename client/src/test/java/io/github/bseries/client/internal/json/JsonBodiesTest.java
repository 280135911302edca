// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Nested
  class A_token {

    @Test
    void is_read_as_it_was_recorded() {
      Optional<TokenJson> token =
          TokenJson.read(
              bytes("{'access_token':'abcABC012','token_type':'Bearer','expires_in':3600}"));

      assertThat(token.orElseThrow().token()).isEqualTo("abcABC012");
      assertThat(token.orElseThrow().life()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "`'token_type':'bearer','expires_in':1799`, PT29M59S",
          "`'token_type':'BEARER','expires_in':'1799'`, PT29M59S",
          "`'expires_in':1e300`, PT8760H",
          "`'expires_in':null`, PT1H",
          "`'expires_in':3600.9`, PT1H",
          "`'scope':''`, PT1H"
        })
    void may_have_another_life_and_spelling(String members, Duration life) {
      Optional<TokenJson> token = TokenJson.read(bytes("{'access_token':'t'," + members + "}"));

      assertThat(token.orElseThrow().life()).isEqualTo(life);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "'text'",
          "{}",
          "{'access_token':''}",
          "{'access_token':7}",
          "{'access_token':'a b'}",
          "{'access_token':'a\\r\\nHost: x'}",
          "{'access_token':'t','token_type':'mac'}",
          "{'access_token':'t','expires_in':'soon'}",
          "{'access_token':'t','expires_in':{}}",
          "{'access_token':'t','expires_in':0}",
          "{'access_token':'t','expires_in':-5}",
          "{'access_token':'t'} trailing",
          "<html></html>"
        })
    void that_cannot_be_sent_is_none(String body) {
      assertThat(TokenJson.read(bytes(body))).isEmpty();
    }

    @Test
    void is_not_shown() {
      TokenJson token = TokenJson.read(bytes("{'access_token':'verysecret'}")).orElseThrow();

      assertThat(token.toString()).doesNotContain("verysecret");
    }

    @Test
    void in_a_deeply_nested_body_is_none() {
      assertThat(TokenJson.read(bytes("{'access_token':" + "[".repeat(100_000)))).isEmpty();
    }
  }

  @Nested
  class An_error {

    @Test
    void is_known_as_a_refused_token() {
      JsonError error = JsonError.read(bytes(Recorded.TOKEN_REFUSED)).orElseThrow();

      assertThat(error.isTokenRefused()).isTrue();
      assertThat(error.words())
          .isEqualTo(
              "access_denied: The resource owner or authorization server denied the request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'message':'no'}", "{'error':'invalid_client','message':'no'}"})
    void of_another_kind_is_no_refused_token(String body) {
      assertThat(JsonError.read(bytes(body)).orElseThrow().isTokenRefused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{'error':7}", "<error>no</error>", "no"})
    void is_none_without_its_words(String body) {
      assertThat(JsonError.read(bytes(body))).isEmpty();
    }
  }
}
