// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every seed of every fuzz target, as tests. A folder of {@code src/test/fuzz} has the name of a
 * target and holds its seeds: what {@code .ci/fuzz} begins with, and what it has found.
 */
class SeedsTest {

  private static final Path SEEDS = Path.of("src", "test", "fuzz");
  private static final Path SOURCES = Path.of("src", "test", "java");

  /** Far more than the slowest needs, and far less than a hostile text may cost. */
  private static final Duration MOST = Duration.ofSeconds(10);

  @TestFactory
  Stream<DynamicContainer> what_was_found_once_stays_mended() {
    return folders().stream()
        .map(
            folder ->
                DynamicContainer.dynamicContainer(
                    folder.getFileName().toString(),
                    seeds(folder).stream().map(seed -> test(folder, seed))));
  }

  private static DynamicTest test(Path folder, Path seed) {
    MethodHandle target = target(folder.getFileName().toString());
    return DynamicTest.dynamicTest(
        seed.getFileName().toString(),
        () -> {
          byte[] bytes = Files.readAllBytes(seed);

          long start = System.nanoTime();
          assertThatCode(() -> target.invoke(bytes)).doesNotThrowAnyException();

          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        });
  }

  @Test
  void every_target_has_seeds_and_every_seed_a_target() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> targets =
          files
              .map(file -> SOURCES.relativize(file).toString())
              .filter(file -> file.endsWith("Fuzz.java"))
              .map(file -> file.replace(".java", "").replaceAll("[/\\\\]", "."))
              .sorted()
              .toList();

      assertThat(targets).isNotEmpty();
      assertThat(folders()).extracting(it -> it.getFileName().toString()).isEqualTo(targets);
      assertThat(folders()).allSatisfy(folder -> assertThat(seeds(folder)).hasSizeGreaterThan(1));
    }
  }

  private static MethodHandle target(String name) {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Class.forName(name),
              "fuzzerTestOneInput",
              MethodType.methodType(void.class, byte[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " is no target", e);
    }
  }

  private static List<Path> folders() {
    return inside(SEEDS).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> seeds(Path folder) {
    return inside(folder);
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(folder + " cannot be listed", e);
    }
  }
}
