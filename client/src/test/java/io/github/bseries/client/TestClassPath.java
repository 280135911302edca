// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of these tests, for a second program that one of them starts. */
public final class TestClassPath {

  private TestClassPath() {}

  /**
   * Returns it. The tests may run on a module path, with their own classes in none of the
   * properties.
   */
  public static String text() {
    return Stream.of(
            home(PairClient.class),
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path", ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
