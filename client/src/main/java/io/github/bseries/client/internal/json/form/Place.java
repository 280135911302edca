// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in a text: where it stands, what it is, and where to complain about it.
 *
 * <p>It is not shown in a complaint if a name on the way to it sounds like that of a secret, or if
 * it looks like one itself.
 */
public final class Place {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,60}");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(?:key|passw|passphrase|pwd|secret|token|credential).*", Pattern.DOTALL);

  private final JsonNode node;
  private final String path;
  private final boolean secret;
  private final Problems problems;

  private Place(JsonNode node, String path, boolean secret, Problems problems) {
    this.node = node;
    this.path = path;
    this.secret = secret;
    this.problems = problems;
  }

  /** Returns the place of a whole text. */
  public static Place root(JsonNode node, Problems problems) {
    return new Place(node, "$", false, problems);
  }

  /** Returns the path of a member of the object at this path. */
  static String member(String path, String name) {
    return PLAIN_NAME.matcher(name).matches()
        ? path + "." + name
        : path + "[" + Quoted.shown(name) + "]";
  }

  /** Returns the path of an item of the list at this path. */
  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Returns whether a field of this name may hold a secret. */
  static boolean soundsSecret(String name) {
    return SECRET_NAME.matcher(name).matches();
  }

  Place member(String name, JsonNode value) {
    return new Place(value, member(path, name), secret || soundsSecret(name), problems);
  }

  /** Returns where this is, as a JSON path. */
  public String path() {
    return path;
  }

  /** Returns what stands here. */
  public JsonNode node() {
    return node;
  }

  /** Returns how many problems there are so far in the whole text. */
  public int problemCount() {
    return problems.count();
  }

  /** Adds a problem with this place. */
  public void complain(String message) {
    problems.add(path, message);
  }

  /** Adds a problem with something below this place, such as a member that is missing. */
  void complain(String member, String message) {
    problems.add(member(path, member), message);
  }

  /**
   * Adds the problem that the value is not what it should be. Shows the value where that is safe.
   *
   * @param rule what it is not, and what is allowed: {@code no duration; write PT6H}
   */
  public void refuse(String rule) {
    complain(shown() + " is " + rule);
  }

  /**
   * Returns the value that is made of what was read here. If it cannot be made, the words of the
   * core say why, and they are added as a problem.
   */
  public <T> @Nullable T made(Supplier<? extends T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      complain(isRepeatedIn(message) ? "the value, which is not shown, is not allowed" : message);
      return null;
    }
  }

  /** Returns the members of the object here; null if there is none, which is complained about. */
  public @Nullable ObjectReader object(List<String> fields) {
    if (node instanceof JsonNode.Members members) {
      return new ObjectReader(this, members, fields);
    }
    refuse("no object; write { } with the fields " + String.join(", ", fields));
    return null;
  }

  /** Returns whether an object stands here that has one of these members at least. */
  public boolean isObjectWithAny(List<String> names) {
    return node instanceof JsonNode.Members members
        && names.stream().anyMatch(members.byName()::containsKey);
  }

  /** Returns the items of the list here; null if there is none, or one of them is broken. */
  <T> @Nullable List<T> items(Form<T> form) {
    if (!(node instanceof JsonNode.Items items)) {
      refuse("no list; write [ ] with the items in it");
      return null;
    }
    List<T> read = new ArrayList<>();
    int index = 0;
    for (JsonNode item : items.values()) {
      T value = form.read(new Place(item, item(path, index++), secret, problems));
      if (value != null) {
        read.add(value);
      }
    }
    return read.size() == items.values().size() ? List.copyOf(read) : null;
  }

  /** The core quotes what it repeats of a text, be it a part. */
  private boolean isRepeatedIn(String message) {
    return node instanceof JsonNode.Text text
        && mayBeSecret(text.value())
        && message.indexOf('"') >= 0;
  }

  private boolean mayBeSecret(String text) {
    return secret || text.indexOf('@') >= 0 || text.contains("-----BEGIN");
  }

  private String shown() {
    if (node instanceof JsonNode.Text text) {
      return mayBeSecret(text.value()) ? hidden() : Quoted.shown(text.value());
    }
    if (node instanceof JsonNode.Digits number) {
      return secret ? hidden() : Quoted.unquoted(number.digits());
    }
    return node instanceof JsonNode.Flag flag && !secret ? flag.print("") : node.kind();
  }

  private static String hidden() {
    return "the value (not shown, since no secret belongs here)";
  }
}
