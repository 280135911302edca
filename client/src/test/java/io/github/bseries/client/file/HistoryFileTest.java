// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.file.GuidePage.Field;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairHistory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryFileTest {

  private static final GuidePage PAGE = GuidePage.of("history-file.md");
  private static final String EXAMPLE = PAGE.examples().get(0);

  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "The history", HistoryFile.FORM.fields(),
          "A side", HistoryForm.SIDE_FIELDS,
          "Roles", HistoryForm.ROLES_FIELDS,
          "A look", SeenForm.FIELDS,
          "`health`", SeenForm.HEALTH_FIELDS,
          "`lastDataSync`", SeenForm.DATA_SYNC_FIELDS,
          "A role change that was asked for", HistoryForm.REQUEST_FIELDS);

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "The history", "",
          "A side", "/normalPrimary",
          "Roles", "/roles",
          "A look", "/dataSync",
          "`health`", "/dataSync/health",
          "`lastDataSync`", "/normalPrimary/lastSeen/health/lastDataSync",
          "A role change that was asked for", "/requested/0");

  @TempDir private Path folder;

  private static List<String> problems(String text) {
    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> HistoryFile.parse(text));
    return told(invalid);
  }

  private static List<String> told(InvalidFileException invalid) {
    return invalid.problems().stream().map(InvalidFileException.Problem::toString).toList();
  }

  static Stream<Field> fields() {
    return PAGE.fields().stream();
  }

  @Test
  void its_page_explains_all_fields_and_no_other() {
    assertThat(PAGE.explained()).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void its_page_calls_required_what_is_missed(Field field) {
    String pointer = EXAMPLES.get(field.section()) + "/" + field.name();
    JsonObject example = Json.createReader(new StringReader(EXAMPLE)).readObject();
    String without = Json.createPatchBuilder().remove(pointer).build().apply(example).toString();
    String path = "$" + pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.');

    assertThat(problemsIfAny(without).contains(path + ": this field is missing, and is required"))
        .isEqualTo(field.required());
  }

  private static List<String> problemsIfAny(String text) {
    try {
      HistoryFile.parse(text);
      return List.of();
    } catch (InvalidFileException e) {
      return told(e);
    }
  }

  @Test
  void a_file_of_version_1_is_read_and_written_as_ever() {
    PairHistory history = HistoryFile.parse(EXAMPLE);

    assertThat(history.requested())
        .extracting(it -> it.role())
        .containsExactly(FailoverRole.BACKUP);
    assertThat(HistoryFile.toJson(history)).isEqualTo(EXAMPLE);
  }

  @Test
  void where_there_is_no_file_nothing_is_remembered() {
    assertThat(HistoryFile.read(folder.resolve("none.json"))).isEmpty();
    assertThat(HistoryFile.read(folder.resolve("none").resolve("none.json"))).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_or_written_is_told_by_its_name() {
    assertThatThrownBy(() -> HistoryFile.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read the history file " + folder);
    assertThatThrownBy(
            () -> HistoryFile.write(PairHistory.none(), folder.resolve("none").resolve("h.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write the history file ")
        .hasMessageEndingWith("make it first");
  }

  @Test
  void a_file_is_replaced_and_nothing_is_left_beside_it() throws Exception {
    Path file = Files.writeString(folder.resolve("history.json"), EXAMPLE);

    HistoryFile.write(PairHistory.none(), file);

    assertThat(HistoryFile.read(file)).contains(PairHistory.none());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_later_version_is_refused_with_what_to_do_and_is_not_called_damaged() throws Exception {
    String later = EXAMPLE.replace("\"version\": 1,", "\"version\": 2, \"unheardOf\": true,");
    Path file = Files.writeString(folder.resolve("history.json"), later);

    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> HistoryFile.read(file));

    assertThat(invalid.isOfLaterVersion()).isTrue();
    assertThat(told(invalid))
        .containsExactly(
            "$.version: 2 is newer than 1, the newest that is understood; update this SDK");
  }

  @Test
  void a_damaged_file_is_told_with_its_name_and_place() throws Exception {
    Path file = Files.writeString(folder.resolve("history.json"), EXAMPLE.substring(0, 200), UTF_8);

    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> HistoryFile.read(file));

    assertThat(invalid.isOfLaterVersion()).isFalse();
    assertThat(invalid).hasMessageStartingWith(file + ": a problem\n  $: it ends too early");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'role': 'backup'| 'role': 'none'| $.requested[0]: role is none, must be primary or backup",
        "'failoverRole': 'primary'| 'failoverRole': 'master'|"
            + " $.normalPrimary.lastSeen.health.failoverRole: \"master\" is none of \"primary\"",
        "'since': '2026-11-01| 'since': '2026-12-01| $.roles: seenAt is 2026-11-02T11:40:00Z,"
            + " before",
        "'silentSince'| 'silenceSince'| $.normalPrimary.silenceSince: this field is not known; did"
            + " you mean silentSince?",
        "'unseenSince': '2026-11-02T11:41:10Z',| ``|"
            + " $.normalPrimary: silentSince is set, but unseenSince is null"
      })
  void what_cannot_be_remembered_is_refused_with_its_path(
      String written, String instead, String problem) {
    String text = EXAMPLE.replaceFirst(written.replace('\'', '"'), instead.replace('\'', '"'));

    assertThat(problems(text)).singleElement().asString().startsWith(problem);
  }
}
