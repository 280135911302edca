// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a body as a JSON object, if it is one. */
final class JsonBodies {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private JsonBodies() {}

  static Optional<JsonObject> object(byte[] body) {
    if (isMarkup(body)) {
      return Optional.empty();
    }
    try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject object = parser.getObject();
      return parser.hasNext() ? Optional.empty() : Optional.of(object);
    } catch (RuntimeException e) {
      // Too deep a nesting is a plain RuntimeException of the library, and no JsonException.
      return Optional.empty();
    }
  }

  /**
   * Most answers are XML, and each is looked at for an error in JSON: this costs next to nothing.
   */
  private static boolean isMarkup(byte[] body) {
    int start = 0;
    while (start < body.length && (body[start] == ' ' || (body[start] >= 9 && body[start] <= 13))) {
      start++;
    }
    return start < body.length && body[start] == '<';
  }

  /** Returns the text of a member; null if it is missing, or no text. */
  static @Nullable String text(JsonObject object, String member) {
    JsonValue value = object.get(member);
    return value instanceof JsonString string ? string.getString() : null;
  }
}
