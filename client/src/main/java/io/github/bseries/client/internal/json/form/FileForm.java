// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a whole file: an object that says first what kind of file it is, and of which
 * version.
 *
 * @param <T> what the file holds
 */
public final class FileForm<T> {

  private static final String FORMAT = "format";
  private static final String VERSION = "version";

  private final String format;
  private final int version;
  private final List<String> fields;
  private final Function<ObjectReader, @Nullable T> members;

  /** How a file of this kind begins, since it is written so: also one that was cut off later. */
  private final Pattern beginning;

  /**
   * Makes the form.
   *
   * @param format the word for this kind of file
   * @param version the version that is read and written; the first is 1
   * @param fields the names of the members that come after the head
   * @param members makes the content of the members
   */
  public FileForm(
      String format,
      int version,
      List<String> fields,
      Function<ObjectReader, @Nullable T> members) {
    this.format = format;
    this.version = version;
    this.fields = Stream.concat(Stream.of(FORMAT, VERSION), fields.stream()).toList();
    this.members = members;
    this.beginning =
        Pattern.compile(
            "[\\s\\x00]*\\{\\s*\"" + FORMAT + "\"\\s*:\\s*\"" + Pattern.quote(format) + "\"");
  }

  /** Returns the names of all members, in the order in which they are written. */
  public List<String> fields() {
    return fields;
  }

  /** Returns what the text holds; null if anything is wrong with it, which is added. */
  public @Nullable T read(String text, Problems problems) {
    JsonNode node = JsonSource.read(text, problems);
    if (node == null) {
      judgeBeginning(text, problems);
      return null;
    }
    Place root = Place.root(node, problems);
    if (!(node instanceof JsonNode.Members object) || !object.byName().containsKey(FORMAT)) {
      problems.tellAnotherKind();
    }
    if (node instanceof JsonNode.Members object && !isOurs(root, object, problems)) {
      return null;
    }
    ObjectReader reader = root.object(fields);
    if (reader == null) {
      return null;
    }
    reader.required(FORMAT, Forms.TEXT);
    reader.required(VERSION, this::version);
    T content = members.apply(reader);
    return problems.count() == 0 ? content : null;
  }

  /**
   * Tells of a text that cannot be read whether it was of this kind once, as far as its beginning
   * shows. A text of which nothing is left, or zeros alone as after a crash, may have been.
   */
  public void judgeBeginning(String text, Problems problems) {
    Matcher matcher = beginning.matcher(text);
    if (!matcher.lookingAt() && !matcher.hitEnd()) {
      problems.tellAnotherKind();
    }
  }

  /** In a file of another kind, or of a version to come, nothing else can be judged. */
  private boolean isOurs(Place root, JsonNode.Members object, Problems problems) {
    JsonNode kind = object.byName().get(FORMAT);
    if (kind != null && !kind.equals(new JsonNode.Text(format))) {
      problems.tellAnotherKind();
      root.member(FORMAT, kind).refuse("another kind of file; this one is \"" + format + "\"");
      return false;
    }
    JsonNode written = object.byName().get(VERSION);
    if (written instanceof JsonNode.Digits number
        && number.digits().matches("[1-9][0-9]*")
        && !isUpTo(number.digits())) {
      problems.tellLaterVersion();
      root.member(VERSION, written)
          .refuse("newer than " + version + ", the newest that is understood; update this SDK");
      return false;
    }
    return true;
  }

  private @Nullable Integer version(Place place) {
    boolean known =
        place.node() instanceof JsonNode.Digits number
            && number.digits().matches("[1-9][0-9]*")
            && isUpTo(number.digits());
    if (!known) {
      place.refuse("no version; write " + version);
    }
    return known ? version : null;
  }

  private boolean isUpTo(String digits) {
    return digits.length() < 10 && Integer.parseInt(digits) <= version;
  }

  /** Returns the text of a file with these members: indented, and with a line end at its end. */
  public String print(JsonNode.Members content) {
    ObjectWriter file =
        new ObjectWriter()
            .text(FORMAT, format)
            .node(VERSION, new JsonNode.Digits(Integer.toString(version)));
    content.byName().forEach(file::node);
    return file.object().print("") + "\n";
  }
}
