// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as JSON, strictly: no comments, nothing behind the end, no name twice, not too deep.
 *
 * <p>What is no JSON at all is found at its first place only; nobody can say what was meant behind
 * it. The words of the library are not shown, since they speak of tokens.
 */
public final class JsonSource {

  /** No form of ours comes near it; a deeper text is no file that somebody wrote. */
  static final int DEEPEST = 32;

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final Problems problems;
  private final JsonParser parser;

  private JsonSource(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** Returns these bytes as text; null if they are none in UTF-8, which is added as a problem. */
  public static @Nullable String decode(byte[] utf8, Problems problems) {
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      problems.add("$", "byte " + (bytes.position() + 1) + " is no UTF-8; save the file in UTF-8");
      return null;
    }
  }

  /** Returns the value that the text holds; null if it is no JSON, which is added as a problem. */
  public static @Nullable JsonNode read(String text, Problems problems) {
    if (text.startsWith("\uFEFF")) {
      problems.add("$", "it begins with a byte order mark; save it as UTF-8 without one");
      return null;
    }
    boolean ended = false;
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      JsonNode node = new JsonSource(parser, problems).value(parser.next(), "$", 0);
      ended = true;
      // At the very end the parser looks whether anything stands behind it.
      parser.hasNext();
      return node;
    } catch (TooDeep e) {
      problems.add(e.path, "it is nested deeper than " + DEEPEST + " levels; no form is that deep");
    } catch (JsonParsingException e) {
      problems.add("$", noJson(text, e.getLocation().getStreamOffset(), ended));
    }
    return null;
  }

  private JsonNode value(JsonParser.Event event, String path, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep(path);
    }
    return switch (event) {
      case START_OBJECT -> object(path, depth);
      case START_ARRAY -> list(path, depth);
      case VALUE_STRING -> new JsonNode.Text(parser.getString());
      case VALUE_NUMBER -> new JsonNode.Digits(parser.getString());
      case VALUE_TRUE -> new JsonNode.Flag(true);
      case VALUE_FALSE -> new JsonNode.Flag(false);
      case VALUE_NULL -> new JsonNode.Nothing();
      case KEY_NAME, END_OBJECT, END_ARRAY ->
          throw new IllegalStateException(event + " where a value begins");
    };
  }

  private JsonNode object(String path, int depth) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String name = parser.getString();
      String memberPath = Place.member(path, name);
      JsonNode value = value(parser.next(), memberPath, depth + 1);
      if (members.putIfAbsent(name, value) != null) {
        problems.add(memberPath, "it stands here more than once; leave one of them");
      }
    }
    return new JsonNode.Members(members);
  }

  private JsonNode list(String path, int depth) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_ARRAY;
        event = parser.next()) {
      items.add(value(event, Place.item(path, items.size()), depth + 1));
    }
    return new JsonNode.Items(items);
  }

  /** Says what is wrong at this place, and what that usually comes from. */
  private static String noJson(String text, long offset, boolean ended) {
    if (text.isBlank()) {
      return "it is empty";
    }
    if (offset < 0 || offset >= text.length()) {
      return "it ends too early; a bracket, a brace or a quote is not closed";
    }
    String before = text.substring(0, (int) offset);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return "line " + line + ", column " + column + ": " + cause(text, (int) offset, ended);
  }

  private static String cause(String text, int offset, boolean ended) {
    char found = text.charAt(offset);
    if (found == '/' || found == '#') {
      return "JSON has no comments; take it out";
    }
    if (ended) {
      return "something stands behind the end; one file holds one object";
    }
    if (found == '\'') {
      return "this is no JSON; texts and names stand in double quotes";
    }
    if (found < ' ') {
      return "this is no JSON; a text ends on its line, and holds a tab as \\t";
    }
    if ((found == '}' || found == ']') && text.substring(0, offset).stripTrailing().endsWith(",")) {
      return "this is no JSON; there is no comma behind the last one";
    }
    return "this is no JSON; look for a comma, a colon or a quote that is missing or too many";
  }

  /** Ends the reading of a text that is nested too deep. */
  private static final class TooDeep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    private TooDeep(String path) {
      super(null, null, false, false);
      this.path = path;
    }
  }
}
