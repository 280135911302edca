// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON value. It is printed in a layout of our own: two spaces for each level, one line for each
 * member and each item. A new version of a library must not rewrite files that people keep in git.
 */
public sealed interface JsonNode {

  /** Returns what kind of value this is, in words. */
  String kind();

  /** Returns the value as JSON; its lines after the first begin with {@code indent}. */
  String print(String indent);

  /** Returns the value as JSON on one line, without white space between its parts. */
  default String line() {
    return print("");
  }

  /**
   * An object. Members keep the order in which they stand there.
   *
   * @param byName its members
   */
  record Members(Map<String, JsonNode> byName) implements JsonNode {

    /** Keeps a copy of the members, in their order. */
    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    @Override
    public String kind() {
      return "an object";
    }

    @Override
    public String print(String indent) {
      String inner = indent + "  ";
      return byName.isEmpty()
          ? "{}"
          : byName.entrySet().stream()
              .map(e -> inner + Quoted.json(e.getKey()) + ": " + e.getValue().print(inner))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    @Override
    public String line() {
      return byName.entrySet().stream()
          .map(e -> Quoted.json(e.getKey()) + ":" + e.getValue().line())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  /**
   * A list.
   *
   * @param values its items
   */
  record Items(List<JsonNode> values) implements JsonNode {

    /** Keeps a copy of the list. */
    public Items {
      values = List.copyOf(values);
    }

    /** Returns a list of what the values print. */
    public static Items ofTexts(List<?> values) {
      return new Items(values.stream().<JsonNode>map(value -> new Text(value.toString())).toList());
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public String print(String indent) {
      String inner = indent + "  ";
      return values.isEmpty()
          ? "[]"
          : values.stream()
              .map(value -> inner + value.print(inner))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    @Override
    public String line() {
      return values.stream().map(JsonNode::line).collect(Collectors.joining(",", "[", "]"));
    }
  }

  /**
   * A text.
   *
   * @param value its characters
   */
  record Text(String value) implements JsonNode {
    @Override
    public String kind() {
      return "a text";
    }

    @Override
    public String print(String indent) {
      return Quoted.json(value);
    }
  }

  /**
   * A number.
   *
   * @param digits as it is written: a number that is too big for any type is one, too
   */
  record Digits(String digits) implements JsonNode {
    @Override
    public String kind() {
      return "a number";
    }

    @Override
    public String print(String indent) {
      return digits;
    }
  }

  /**
   * True or false.
   *
   * @param value which of them
   */
  record Flag(boolean value) implements JsonNode {
    @Override
    public String kind() {
      return "true or false";
    }

    @Override
    public String print(String indent) {
      return Boolean.toString(value);
    }
  }

  /** What JSON calls null. */
  record Nothing() implements JsonNode {
    @Override
    public String kind() {
      return "null";
    }

    @Override
    public String print(String indent) {
      return "null";
    }
  }
}
