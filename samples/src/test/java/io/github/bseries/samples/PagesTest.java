// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All pages of the project: their lines of Java, and where their links lead. */
class PagesTest {

  private static final Path ROOT =
      Path.of(System.getProperty("project.rootDirectory", "..")).toAbsolutePath().normalize();
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void all_lines_of_Java_are_compiled_by_a_test_or_a_sample() throws IOException {
    List<String> sources = filesOf(".java").stream().map(PagesTest::flatTextOf).toList();
    List<String> found = new ArrayList<>();
    List<String> nowhere = new ArrayList<>();
    for (Path page : filesOf(".md")) {
      JAVA.matcher(textOf(page))
          .results()
          .map(block -> block.group(1))
          .forEach(
              block -> {
                String flat = flat(block);
                boolean compiled = sources.stream().anyMatch(source -> source.contains(flat));
                (compiled ? found : nowhere).add(ROOT.relativize(page) + ":\n" + block);
              });
    }

    assertThat(nowhere).isEmpty();
    assertThat(found).hasSizeGreaterThan(10);
  }

  @Test
  void all_links_to_files_of_the_project_and_to_their_parts_lead_there() throws IOException {
    int followed = 0;
    List<String> dead = new ArrayList<>();
    for (Path page : filesOf(".md")) {
      Matcher link = LINK.matcher(CODE.matcher(textOf(page)).replaceAll(""));
      while (link.find()) {
        if (link.group(1).startsWith("https://")) {
          continue;
        }
        followed++;
        if (!leadsSomewhere(page, link.group(1))) {
          dead.add(ROOT.relativize(page) + ": " + link.group(1));
        }
      }
    }

    assertThat(dead).isEmpty();
    assertThat(followed).isGreaterThan(50);
  }

  @Test
  void all_decisions_and_all_guides_are_listed() throws IOException {
    List<String> listed =
        List.of(
            textOf(ROOT.resolve("docs/decisions/README.md")), textOf(ROOT.resolve("README.md")));

    for (Path page : filesOf(".md")) {
      String folder = String.valueOf(ROOT.relativize(page).getParent());
      if (folder.equals("docs/decisions") && !page.endsWith("README.md")) {
        assertThat(listed.get(0)).contains("](" + page.getFileName() + ")");
      }
      if (folder.equals("docs/guide") || folder.equals("docs")) {
        assertThat(listed.get(1)).contains("](" + ROOT.relativize(page) + ")");
      }
    }
  }

  private static boolean leadsSomewhere(Path page, String link) {
    int mark = link.indexOf('#');
    String file = mark < 0 ? link : link.substring(0, mark);
    Path target = file.isEmpty() ? page : page.resolveSibling(file);
    if (mark < 0 || !Files.isRegularFile(target)) {
      return mark < 0 && Files.exists(target);
    }
    String part = link.substring(mark + 1);
    return HEADING
        .matcher(CODE.matcher(textOf(target)).replaceAll(""))
        .results()
        .anyMatch(heading -> anchor(heading.group(1)).equals(part));
  }

  /** The name by which a heading is linked to. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private static List<Path> filesOf(String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made = name.equals("target") || name.startsWith(".");
            return made && !folder.equals(ROOT)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(ending)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flatTextOf(Path file) {
    return flat(textOf(file));
  }

  /** How far lines are indented differs between a page and a source; what stands in them not. */
  private static String flat(String lines) {
    return lines.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
