// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the test classes of a module: the build runs what ends in {@code Test}, and silently
 * passes over the rest.
 */
public final class TestNames {

  private static final Pattern A_TEST =
      Pattern.compile("(?m)^\\s*@(?:Test|ParameterizedTest|RepeatedTest|Property|ArchTest)\\b");

  private TestNames() {}

  /** Returns the files that hold a test and have a name that is not run. */
  public static List<String> complaints() {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().endsWith("Test.java"))
          .filter(TestNames::holdsATest)
          .map(file -> file.getFileName() + ": holds a test, and its name does not end in Test")
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsATest(Path file) {
    try {
      return A_TEST.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
