// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import io.github.bseries.client.fuzz.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Any body as an answer of the token endpoint. */
public final class TokenFuzz {

  private static final int LONG_ENOUGH_TO_BE_FOUND = 20;

  private TokenFuzz() {}

  /** Loads classes, which takes longer than any input. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it as a token and as an error. */
  public static void fuzzerTestOneInput(byte[] body) {
    TokenJson.read(body)
        .ifPresent(
            token -> {
              Claims.that(
                  token.token().chars().allMatch(c -> c > ' ' && c < 0x7f),
                  "a token that no header can bear");
              Claims.that(
                  token.life().compareTo(Duration.ofSeconds(1)) >= 0
                      && token.life().compareTo(Duration.ofDays(365)) <= 0,
                  "a life of " + token.life());
              Claims.that(
                  token.token().length() < LONG_ENOUGH_TO_BE_FOUND
                      || !token.toString().contains(token.token()),
                  "the token is shown");
            });
    JsonError.read(body)
        .ifPresent(
            error -> {
              Claims.that(!error.words().equals("null") || body.length > 0, "no words");
              Claims.that(
                  !(error.isTokenRefused() && error.areCredentialsRefused()),
                  "token and credentials are refused at once");
              error.isLockOut();
            });
  }
}
