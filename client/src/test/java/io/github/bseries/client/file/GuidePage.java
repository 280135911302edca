// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the guide that explains a form: its examples, and the tables of its fields. */
record GuidePage(String text) {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.rootDirectory", ".."), "docs", "guide");
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SECTION =
      Pattern.compile("^##+ ([^\n]+)\n(.*?)(?=^##|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| (yes|no) \\|", Pattern.MULTILINE);

  /** One row of a table: a field that is always there, or not. */
  record Field(String section, String name, boolean required) {}

  static GuidePage of(String file) {
    try {
      return new GuidePage(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> examples() {
    return BLOCK.matcher(text).results().map(match -> match.group(1)).toList();
  }

  List<Field> fields() {
    return SECTION.matcher(text).results().flatMap(GuidePage::fields).toList();
  }

  private static Stream<Field> fields(MatchResult section) {
    return ROW.matcher(section.group(2))
        .results()
        .map(row -> new Field(section.group(1), row.group(1), row.group(2).equals("yes")));
  }

  /** Returns the names of the fields that each section with a table explains. */
  Map<String, List<String>> explained() {
    Map<String, List<String>> explained = new LinkedHashMap<>();
    fields()
        .forEach(
            field ->
                explained
                    .computeIfAbsent(field.section(), section -> new ArrayList<>())
                    .add(field.name()));
    return explained;
  }
}
