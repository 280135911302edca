// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.Admission;
import io.github.bseries.testkit.CallKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Issues tokens.
 *
 * @source D-AUTH, W-RAGMOB (request and answer), W-FORTI (a body in JSON works as well); assumed,
 *     as in L-OAUTH: the words of refusal, the 400, and that the grant type is looked at first
 */
final class TokenEndpoint implements Endpoint {

  private static final String GRANT = "client_credentials";

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public boolean needsToken() {
    return false;
  }

  @Override
  public Answer answer(Arrival arrival) {
    if (!GRANT.equals(grantType(arrival.call()))) {
      return JsonText.error(
          400,
          "unsupported_grant_type",
          "The authorization grant type is not supported by the authorization server.");
    }
    // Without credentials there is no such account, and the answer is that to a wrong one.
    Credentials given = credentials(arrival.call()).orElse(new Credentials("", ""));
    Admission admission =
        arrival
            .appliance()
            .api()
            .requestToken(given.id(), given.secret(), arrival.caller(), arrival.tokenLife());
    String token = admission.token();
    Answer answer =
        token == null
            ? Refusals.answer(admission, CallKind.TOKEN, arrival)
            : granted(token, arrival.appliance().api().settings().tokenLife().toSeconds());
    return Refusals.withRateLimit(answer, admission.rateLimit());
  }

  private static Answer granted(String token, long seconds) {
    JsonObject document =
        Json.createObjectBuilder()
            .add("access_token", token)
            .add("token_type", "Bearer")
            .add("expires_in", seconds)
            .build();
    return Answer.json(200, document.toString());
  }

  private static String grantType(Call call) {
    if (!call.isJson()) {
      return call.parameters().getOrDefault("grant_type", "");
    }
    try (var reader = Json.createReader(new StringReader(call.body()))) {
      return reader.readObject().getString("grant_type", "");
    } catch (RuntimeException e) {
      // Not JsonException alone: the parser has others for bodies that are too deep or too long.
      return "";
    }
  }

  private static Optional<Credentials> credentials(Call call) {
    String header = call.header("authorization").orElse("");
    if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring("basic ".length()).strip());
      String text = new String(bytes, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no Base64
    }
  }

  private record Credentials(String id, String secret) {

    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }
}
