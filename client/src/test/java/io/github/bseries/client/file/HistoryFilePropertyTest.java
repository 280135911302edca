// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.PairHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class HistoryFilePropertyTest {

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("history-file");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<PairHistory> histories() {
    return AnyHistory.histories();
  }

  @Property
  void what_is_written_is_read_back_as_an_equal_history(@ForAll("histories") PairHistory history) {
    String json = HistoryFile.toJson(history);

    assertThat(HistoryFile.parse(json)).isEqualTo(history);
    assertThat(HistoryFile.toJson(HistoryFile.parse(json))).isEqualTo(json);
  }

  @Property(tries = 100)
  void a_file_holds_what_was_written_into_it(@ForAll("histories") PairHistory history) {
    Path file = folder.resolve("history.json");

    HistoryFile.write(history, file);

    assertThat(HistoryFile.read(file)).contains(history);
  }

  @Property(tries = 400)
  void a_text_that_breaks_off_is_an_invalid_file(
      @ForAll("histories") PairHistory history, @ForAll @IntRange(max = 1_000_000) int place) {
    String json = HistoryFile.toJson(history).strip();

    assertThat(historyUnlessInvalid(json.substring(0, place % json.length()))).isEmpty();
  }

  @Property(tries = 400)
  void a_value_that_was_replaced_is_a_history_or_an_invalid_file(
      @ForAll("histories") PairHistory history,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll("values") String value) {
    String tampered = WrongFile.withValue(HistoryFile.toJson(history), place, value);

    assertThat(historyUnlessInvalid(tampered).stream().toList())
        .allSatisfy(it -> assertThat(HistoryFile.parse(HistoryFile.toJson(it))).isEqualTo(it));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
            "null",
            "7",
            "1e400",
            "true",
            "{}",
            "[]",
            "[null]",
            "'x'",
            "' '",
            "''",
            "'none'",
            "'0000-00-00'",
            "'2026-01-01T00:00:00Z'",
            "'-999999999-01-01T00:00:00Z'",
            "{'text':'x'}")
        .map(value -> value.replace('\'', '"'));
  }

  @Property(tries = 300)
  void a_file_with_a_wrong_byte_is_a_history_or_an_invalid_file(
      @ForAll("histories") PairHistory history,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll byte wrong)
      throws IOException {
    byte[] bytes = HistoryFile.toJson(history).getBytes(StandardCharsets.UTF_8);
    bytes[place % bytes.length] = wrong;
    Path file = Files.write(folder.resolve("wrong.json"), bytes);

    assertThat(isReadable(file)).isTrue();
  }

  @Property(tries = 300)
  void any_bytes_are_a_history_or_an_invalid_file(@ForAll byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bytes.json"), bytes);

    assertThat(isReadable(file)).isTrue();
  }

  private static boolean isReadable(Path file) {
    try {
      return HistoryFile.read(file).isPresent();
    } catch (InvalidFileException e) {
      return WrongFile.isSaid(e);
    }
  }

  private static Optional<PairHistory> historyUnlessInvalid(String text) {
    try {
      return Optional.of(HistoryFile.parse(text));
    } catch (InvalidFileException e) {
      assertThat(WrongFile.isSaid(e)).isTrue();
      return Optional.empty();
    }
  }
}
