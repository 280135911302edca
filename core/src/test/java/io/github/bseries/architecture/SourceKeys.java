// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code @source} tags of a module, held against {@code docs/sources.md}: a fact about the
 * appliance without a source is a defect.
 */
public final class SourceKeys {

  private static final Pattern TAG =
      Pattern.compile("\\* @source (?<text>(?:(?!\\* @|\\*/)[\\s\\S])*)");
  private static final Pattern KEY =
      Pattern.compile("\\b(?:[DWLT]-[A-Z0-9]+(?:-[A-Z0-9]+)*|S-[A-Z0-9]+|S[12])\\b");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<key>[A-Z0-9-]+) \\|");

  private static final Pattern ASSUMED = Pattern.compile("\\bassumed\\b");
  private static final Pattern ASSUMED_OR_OURS = Pattern.compile("\\b(?:assumed|ours)\\b");

  private SourceKeys() {}

  /** Returns a line for each tag of the module that names no source, or an unlisted one. */
  public static List<String> complaints() {
    Set<String> listed = listed();
    List<String> complaints = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Matcher tag = TAG.matcher(Files.readString(file));
        while (tag.find()) {
          for (String complaint : complaintsAbout(tag.group("text"), listed, ASSUMED)) {
            complaints.add(file.getFileName() + ": " + complaint);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return complaints;
  }

  /** Returns a line for each key in the source of a rule that is not listed, or if it has none. */
  public static List<String> complaintsAbout(String source) {
    return complaintsAbout(source, listed(), ASSUMED_OR_OURS);
  }

  private static List<String> complaintsAbout(String text, Set<String> listed, Pattern instead) {
    List<String> complaints = new ArrayList<>();
    Matcher key = KEY.matcher(text);
    boolean any = false;
    while (key.find()) {
      any = true;
      if (!listed.contains(key.group())) {
        complaints.add("docs/sources.md has no " + key.group());
      }
    }
    if (!any && !instead.matcher(text).find()) {
      complaints.add("no source in \"" + text.strip() + "\"");
    }
    return complaints;
  }

  private static Set<String> listed() {
    Path page = Path.of(System.getProperty("project.rootDirectory", ".."), "docs", "sources.md");
    Set<String> keys = new TreeSet<>();
    try {
      Matcher row = ROW.matcher(Files.readString(page));
      while (row.find()) {
        keys.add(row.group("key"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return keys;
  }
}
