// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.SharedIp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairFileSyntaxTest {

  private static final PairDeclaration PAIR =
      PairDeclaration.of(
          AppliancePair.builder()
              .siteHostName("support.example.com")
              .normalPrimary(Appliance.at("site1.example.com"))
              .normalBackup(Appliance.at("site2.example.com"))
              .cutover(SharedIp.at("12.12.1.52"))
              .build());

  @TempDir private Path folder;

  private static List<String> problems(String text) {
    return told(catchThrowableOfType(InvalidFileException.class, () -> PairFile.parse(text)));
  }

  private static List<String> problems(Path file) {
    return told(catchThrowableOfType(InvalidFileException.class, () -> PairFile.read(file)));
  }

  private static List<String> told(InvalidFileException invalid) {
    return invalid.problems().stream().map(InvalidFileException.Problem::toString).toList();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("pair.json"), content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| it is empty",
        "` `| it is empty",
        "{| it ends too early; a bracket, a brace or a quote is not closed",
        "{'a':'x| it ends too early; a bracket, a brace or a quote is not closed",
        "{'a':1,}| line 1, column 8: this is no JSON; there is no comma behind the last one",
        "{'a':[1, ]}| line 1, column 10: this is no JSON; there is no comma behind the last one",
        "{~'a':1 // so~}| line 2, column 7: JSON has no comments; take it out",
        "/* so */{}| line 1, column 1: JSON has no comments; take it out",
        "{'a':1} # so| line 1, column 9: JSON has no comments; take it out",
        "{'a':1}{}| line 1, column 8: something stands behind the end; one file holds one object",
        "{'a':1} x| line 1, column 9: something stands behind the end; one file holds one object",
        "{^a^:1}| line 1, column 2: this is no JSON; texts and names stand in double quotes",
        "{'a':'x~'}| line 1, column 8: this is no JSON; a text ends on its line, and holds a tab as"
            + " \\t",
        "{'a' 1}| line 1, column 6: this is no JSON; look for a comma, a colon or a quote that is"
            + " missing or too many",
        "{'a':1~ 'b':2}| line 2, column 4: this is no JSON; look for a comma, a colon or a quote"
            + " that is missing or too many",
        "{'a':NaN}| line 1, column 6: this is no JSON; look for a comma, a colon or a quote that is"
            + " missing or too many",
        "[]| a list is no object; write { } with the fields format, version, siteHostName, product,"
            + " atlasRole, cutover, attested, swingDuty, unattendedAutomation, normalPrimary,"
            + " normalBackup, recoveryKit, policy",
        "7| 7 is no object; write { } with the fields format, version, siteHostName, product,"
            + " atlasRole, cutover, attested, swingDuty, unattendedAutomation, normalPrimary,"
            + " normalBackup, recoveryKit, policy"
      })
  void what_is_no_json_object_is_told_with_its_place(String text, String problem) {
    String json = text.replace('\'', '"').replace('^', '\'').replace('~', '\n');

    assertThat(problems(json)).containsExactly("$: " + problem);
  }

  @Test
  void a_long_text_that_breaks_off_is_told_to_end_too_early() {
    String text = "{\"a\":[" + "1, ".repeat(100_000);

    assertThat(problems(text)).singleElement().asString().startsWith("$: it ends too early");
  }

  @Test
  void a_place_far_inside_is_told_exactly() {
    String text = "{\"a\":[\n" + "1,\n".repeat(100_000) + "  nil]}";

    assertThat(problems(text)).singleElement().asString().startsWith("$: line 100002, column 4: ");
  }

  @Test
  void a_member_that_stands_there_twice_is_refused() {
    String text = PairFile.toJson(PAIR).replace("\"version\": 1", "\"version\": 1,\"version\": 1");

    assertThat(problems(text))
        .containsExactly("$.version: it stands here more than once; leave one of them");
  }

  @Test
  void an_odd_name_is_quoted_in_its_path() {
    String text = PairFile.toJson(PAIR).replace("\"version\"", "\"a \\n\\u202e.b\":1,\"version\"");

    assertThat(problems(text)).singleElement().asString().startsWith("$[\"a \\n\\u202e.b\"]: ");
  }

  @ParameterizedTest
  @CsvSource({
    "2, '2 is newer than 1, the newest that is understood; update this SDK'",
    "99999999999999999999, '99999999999999999999 is newer than 1, the newest that is understood;"
        + " update this SDK'",
    "0, 0 is no version; write 1",
    "1.0, 1.0 is no version; write 1",
    "1e999999999, 1e999999999 is no version; write 1",
    "-1, -1 is no version; write 1",
    "'\"1\"', '\"1\" is no version; write 1'"
  })
  void a_version_that_is_not_known_is_refused(String version, String problem) {
    String text = PairFile.toJson(PAIR).replace("\"version\": 1", "\"version\": " + version);

    assertThat(problems(text)).containsExactly("$.version: " + problem);
  }

  @Test
  void nothing_else_is_said_of_a_version_to_come() {
    String text = "{\"format\":\"bseries-pair\",\"version\":2,\"unheardOf\":true}";

    assertThat(problems(text)).hasSize(1);
  }

  @Test
  void nothing_else_is_said_of_another_kind_of_file() {
    assertThat(problems("{\"format\":\"bseries-plan\",\"steps\":[]}"))
        .containsExactly(
            "$.format: \"bseries-plan\" is another kind of file; this one is \"bseries-pair\"");
  }

  @Test
  void a_head_that_is_missing_is_told_with_the_rest() {
    assertThat(problems("{}"))
        .containsExactly(
            "$.format: this field is missing, and is required",
            "$.version: this field is missing, and is required",
            "$.siteHostName: this field is missing, and is required",
            "$.cutover: this field is missing, and is required",
            "$.normalPrimary: this field is missing, and is required",
            "$.normalBackup: this field is missing, and is required");
  }

  @Test
  void a_text_nested_without_end_is_refused() {
    assertThat(problems("{\"a\":" + "[".repeat(1_000_000)))
        .singleElement()
        .asString()
        .startsWith("$.a[0][0]")
        .endsWith(": it is nested deeper than 32 levels; no form is that deep");
  }

  @Test
  void of_countless_problems_the_first_are_told_and_the_rest_counted() {
    List<String> problems = problems("{" + "\"a\":1,".repeat(150_000) + "\"b\":1}");

    assertThat(problems).hasSize(101);
    assertThat(problems.get(100)).isEqualTo("$: there are 149907 more problems like these");
  }

  @Test
  void a_long_value_is_shown_in_part() {
    String text = PairFile.toJson(PAIR).replace("\"12.12.1.52\"", "7" + "0".repeat(500_000));

    assertThat(problems(text)).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void a_file_that_is_no_utf_8_is_refused_with_the_first_wrong_byte() throws Exception {
    byte[] bytes = PairFile.toJson(PAIR).getBytes(UTF_8);
    bytes[20] = (byte) 0xe9;

    assertThat(problems(file(bytes)))
        .containsExactly("$: byte 21 is no UTF-8; save the file in UTF-8");
    assertThat(problems(file("\ufeff{}".getBytes(UTF_16LE))))
        .containsExactly("$: byte 1 is no UTF-8; save the file in UTF-8");
  }

  @Test
  void a_byte_order_mark_is_refused() throws Exception {
    assertThat(problems(file(("\ufeff" + PairFile.toJson(PAIR)).getBytes(UTF_8))))
        .containsExactly("$: it begins with a byte order mark; save it as UTF-8 without one");
  }

  @Test
  void a_huge_file_is_refused_without_reading_it_whole() throws Exception {
    Path file = folder.resolve("huge.json");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(100_000_000_000L);
    }

    assertThat(problems(file))
        .containsExactly("$: it is longer than 1048576 bytes; no pair file is that long");
  }

  @Test
  void a_huge_text_is_refused() {
    assertThat(problems(" ".repeat(1_048_577))).singleElement().asString().contains("longer than");
  }

  @Test
  void a_pair_that_could_not_be_read_again_is_not_written() {
    AppliancePair pair = PAIR.pair();
    PairDeclaration huge =
        PairDeclaration.of(
            pair.withNormalPrimary(pair.normalPrimary().withName("ş".repeat(600_000))));

    assertThatThrownBy(() -> PairFile.write(huge, folder.resolve("pair.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "the pair file would take 12\\d{5} bytes, longer than 1048576 bytes;.*");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_problem_of_a_file_is_told_with_its_name() throws Exception {
    Path file = file("{".getBytes(UTF_8));

    assertThatThrownBy(() -> PairFile.read(file))
        .hasMessageStartingWith(file + ": a problem\n  $: ");
  }

  @Test
  void a_file_that_cannot_be_read_or_written_is_told_by_its_name() {
    Path missing = folder.resolve("missing").resolve("pair.json");

    assertThatThrownBy(() -> PairFile.read(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read the pair file " + missing);
    assertThatThrownBy(() -> PairFile.write(PAIR, missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write the pair file " + missing)
        .hasMessageEndingWith("make it first");
  }

  @Test
  void a_file_is_replaced_and_nothing_is_left_beside_it() throws Exception {
    Path file = file("what stood there before".getBytes(UTF_8));

    PairFile.write(PAIR, file);

    assertThat(PairFile.read(file)).isEqualTo(PAIR);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
