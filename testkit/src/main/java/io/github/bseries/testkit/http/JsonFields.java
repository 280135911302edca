// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.testkit.SimulatedLink;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request to the control API. Each is asked for by its reader; what nobody asked
 * for is unknown, and refused with the names that were.
 */
final class JsonFields {

  private static final int SHOWN_LENGTH = 200;

  private final JsonObject object;
  private final Set<String> asked = new TreeSet<>();

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  /** Reads a body; an empty one has no fields. */
  static JsonFields parse(String body) {
    if (body.isBlank()) {
      return new JsonFields(JsonValue.EMPTY_JSON_OBJECT);
    }
    try (var reader = Json.createReader(new StringReader(body))) {
      return new JsonFields(reader.readObject());
    } catch (RuntimeException e) {
      // Not JsonException alone: the parser has others for bodies that are too deep or too long.
      throw new WrongRequest(400, "the body is no JSON object: " + shortened(e.getMessage()));
    }
  }

  /** Fails if there are fields that nobody asked for. */
  void end() {
    for (String name : object.keySet()) {
      if (!asked.contains(name)) {
        throw new WrongRequest(
            400,
            "unknown field \""
                + shortened(name)
                + "\"; "
                + (asked.isEmpty() ? "there are none" : "allowed: " + String.join(", ", asked)));
      }
    }
  }

  /** Fails as {@link #end} does, and if there is no field at all, so that nothing would happen. */
  void endOfSome() {
    end();
    if (object.isEmpty()) {
      throw new WrongRequest(
          400, "there is no field; allowed, one or more: " + String.join(", ", asked));
    }
  }

  boolean has(String name) {
    asked.add(name);
    return object.containsKey(name);
  }

  /** Returns the value that belongs to a word; the words are the keys of the map. */
  <T> T choice(String name, Map<String, T> words) {
    T found = choiceOrNull(name, words);
    if (found == null) {
      throw new WrongRequest(
          400, "field \"" + name + "\" is missing; allowed: " + String.join(", ", words.keySet()));
    }
    return found;
  }

  <T> @Nullable T choiceOrNull(String name, Map<String, T> words) {
    if (!has(name)) {
      return null;
    }
    T found = object.get(name) instanceof JsonString text ? words.get(text.getString()) : null;
    if (found == null) {
      throw wrong(name, "must be one of " + String.join(", ", words.keySet()));
    }
    return found;
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonValue value = object.get(name);
    if (!JsonValue.TRUE.equals(value) && !JsonValue.FALSE.equals(value)) {
      throw wrong(name, "must be true or false");
    }
    return JsonValue.TRUE.equals(value);
  }

  int number(String name, int least, int greatest, int otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String rule = "must be a whole number, " + least + " to " + greatest;
    if (object.get(name) instanceof JsonNumber number) {
      try {
        int value = number.intValueExact();
        if (value >= least && value <= greatest) {
          return value;
        }
      } catch (ArithmeticException | UnsupportedOperationException e) {
        throw wrong(name, rule); // it has a fraction, or is beyond what the library computes with
      }
    }
    throw wrong(name, rule);
  }

  double fraction(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (object.get(name) instanceof JsonNumber number
        && number.doubleValue() > 0
        && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    throw wrong(name, "must be a number above 0 and at most 1");
  }

  /** Returns a span of at least {@code least} and at most {@code greatest}. */
  Duration span(String name, Duration least, Duration greatest, Duration otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String rule = "must be a span from " + least + " to " + greatest + ", as in PT5M";
    Duration span;
    try {
      span = Duration.parse(text(name, ""));
    } catch (DateTimeException e) {
      throw wrong(name, rule);
    }
    if (span.compareTo(least) < 0 || span.compareTo(greatest) > 0) {
      throw wrong(name, rule);
    }
    return span;
  }

  /**
   * Returns a span of at least {@code least} and at most {@code greatest}, or none.
   *
   * @return the span; null for one of zero, by which a caller says that there is to be none
   */
  @Nullable Duration spanOrNone(
      String name, Duration least, Duration greatest, @Nullable Duration otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    try {
      if (Duration.parse(text(name, "")).isZero()) {
        return null;
      }
    } catch (DateTimeException e) {
      // told below
    }
    return span(name, least, greatest, least);
  }

  /** Returns a text that is a version. */
  String version(String name) {
    String version = text(name, "");
    try {
      ApplianceVersion.parse(version);
      return version;
    } catch (IllegalArgumentException e) {
      throw wrong(name, "must be a version as in 24.1.1 (95450-cafe)");
    }
  }

  SimulatedLink link(String name) {
    String text = text(name, "");
    try {
      return new SimulatedLink(text);
    } catch (IllegalArgumentException e) {
      String rule = "must be one of a-b, client-a, client-b, client-site, a-IP, b-IP (a test IP)";
      throw has(name)
          ? wrong(name, rule)
          : new WrongRequest(400, "field \"" + name + "\" is missing; it " + rule);
    }
  }

  /**
   * Returns a list of what is written as texts.
   *
   * @param what what they are, in the plural
   * @param parser makes one of a text; fails with an IllegalArgumentException
   * @return the list; null if it is missing
   */
  <T> @Nullable List<T> list(String name, String what, Function<String, T> parser) {
    if (!has(name)) {
      return null;
    }
    int most = ControlLimits.LIST_LENGTH;
    String rule = "must be an array of at most " + most + " " + what;
    if (!(object.get(name) instanceof JsonArray values) || values.size() > most) {
      throw wrong(name, rule);
    }
    List<T> list = new ArrayList<>();
    for (JsonValue value : values) {
      if (!(value instanceof JsonString text)) {
        throw wrong(name, rule);
      }
      try {
        list.add(parser.apply(text.getString()));
      } catch (IllegalArgumentException e) {
        throw wrong(name, rule);
      }
    }
    return list;
  }

  String text(String name, String otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (object.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw wrong(name, "must be a text");
  }

  /** Returns an object whose values are texts; an empty one if it is missing. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new TreeMap<>();
    if (!has(name)) {
      return texts;
    }
    if (!(object.get(name) instanceof JsonObject values)) {
      throw wrong(name, "must be an object of texts");
    }
    values.forEach(
        (key, value) -> {
          if (!(value instanceof JsonString text)) {
            throw wrong(name, "must be an object of texts");
          }
          texts.put(key, text.getString());
        });
    return texts;
  }

  WrongRequest wrong(String name, String rule) {
    String value = shortened(String.valueOf(object.get(name)));
    return new WrongRequest(400, "field \"" + name + "\" is " + value + ", " + rule);
  }

  private static String shortened(@Nullable String text) {
    String known = String.valueOf(text);
    return known.length() <= SHOWN_LENGTH ? known : known.substring(0, SHOWN_LENGTH) + "...";
  }

  /** The request makes no sense, or is not allowed; the message says what would be. */
  static final class WrongRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    WrongRequest(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
