// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token as the token endpoint gives it. Not a record: its text must not show it.
 *
 * @source W-RAGMOB (recorded answer), D-AUTH
 */
public final class TokenJson {

  /** What may stand in an {@code Authorization} header after {@code Bearer}: RFC 6750, 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

  /** What every source says; taken if the answer does not tell. */
  private static final Duration DOCUMENTED_LIFE = Duration.ofHours(1);

  private static final double LONGEST_LIFE_SECONDS = 365 * 24 * 3600.0;

  private final String token;
  private final Duration life;

  private TokenJson(String token, Duration life) {
    this.token = token;
    this.life = life;
  }

  /** Returns the token in this body; empty if there is none that can be sent as a bearer token. */
  public static Optional<TokenJson> read(byte[] body) {
    return JsonBodies.object(body).flatMap(TokenJson::read);
  }

  private static Optional<TokenJson> read(JsonObject object) {
    String token = JsonBodies.text(object, "access_token");
    String type = JsonBodies.text(object, "token_type");
    Duration life = life(object.get("expires_in"));
    if (token == null || !TOKEN.matcher(token).matches() || life == null || life.isZero()) {
      return Optional.empty();
    }
    if (type != null && !type.equalsIgnoreCase("bearer")) {
      return Optional.empty();
    }
    return Optional.of(new TokenJson(token, life));
  }

  private static @Nullable Duration life(@Nullable JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return DOCUMENTED_LIFE;
    }
    double seconds;
    if (value instanceof JsonNumber number) {
      seconds = number.doubleValue();
    } else if (value instanceof JsonString string && string.getString().matches("\\d{1,9}")) {
      seconds = Integer.parseInt(string.getString());
    } else {
      return null;
    }
    return Duration.ofSeconds((long) Math.max(0, Math.min(seconds, LONGEST_LIFE_SECONDS)));
  }

  /** Returns the token itself. */
  public String token() {
    return token;
  }

  /** Returns for how long it is valid, in whole seconds, from when it was asked for. */
  public Duration life() {
    return life;
  }

  /** Returns the life, and never the token. */
  @Override
  public String toString() {
    return "TokenJson[hidden, life " + life + "]";
  }
}
