// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class PairFilePropertyTest {

  private static final List<String> TOKENS =
      List.of(
          "{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e999", "\\", "//", "{}", "[]",
          "\"\"", " ", "\u0000");

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("pair-file");
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
  Arbitrary<PairDeclaration> declarations() {
    return AnyDeclaration.declarations();
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS);
  }

  @Property
  void what_is_written_is_read_back_as_an_equal_declaration(
      @ForAll("declarations") PairDeclaration declaration) {
    assertThat(PairFile.parse(PairFile.toJson(declaration))).isEqualTo(declaration);
  }

  @Property(tries = 100)
  void a_file_holds_what_was_written_into_it(@ForAll("declarations") PairDeclaration declaration) {
    Path file = folder.resolve("pair.json");

    PairFile.write(declaration, file);

    assertThat(PairFile.read(file)).isEqualTo(declaration);
  }

  @Property(tries = 200)
  void equal_declarations_are_written_as_equal_texts(
      @ForAll("declarations") PairDeclaration declaration) {
    String json = PairFile.toJson(declaration);

    assertThat(PairFile.toJson(PairFile.parse(json))).isEqualTo(json);
    assertThat(json).endsWith("}\n").doesNotContain("\r", "\t", " \n");
  }

  @Property(tries = 400)
  void a_text_that_was_tampered_with_is_a_declaration_or_an_invalid_file(
      @ForAll("declarations") PairDeclaration declaration,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll @IntRange(max = 40) int length,
      @ForAll("tokens") String token) {
    String json = PairFile.toJson(declaration);
    int from = place % json.length();
    int to = Math.min(json.length(), from + length);

    assertThat(isDeclarationOrInvalid(json.substring(0, from) + token + json.substring(to)))
        .isTrue();
  }

  @Property(tries = 400)
  void a_value_that_was_replaced_is_a_declaration_or_an_invalid_file(
      @ForAll("declarations") PairDeclaration declaration,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll("values") String value) {
    String tampered = WrongFile.withValue(PairFile.toJson(declaration), place, value);

    assertThat(isDeclarationOrInvalid(tampered)).isTrue();
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
            "null",
            "7",
            "-7",
            "1e400",
            "true",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{'value':{}}",
            "'x'",
            "'1.2.3.4/99'",
            "'1.2.3.4/'",
            "'/'",
            "'PT'",
            "'PT99999999999999999999H'",
            "'-PT1S'",
            "'P1D'",
            "'+999999999-12-31'",
            "'-999999999-01-01T00:00:00Z'",
            "'0000-00-00'",
            "'2026-01-01T'",
            "'9223372036854775807 Gbit/s'",
            "'0 bytes/s'",
            "' '",
            "'https://'",
            "'[::1]'",
            "'lacking'",
            "{'nothingToKeep':'x'}",
            "{'nothingToKeep':7}",
            "99999999999999999999",
            "{'text':' '}")
        .map(value -> value.replace('\'', '"'));
  }

  @Property(tries = 500)
  void any_text_is_a_declaration_or_an_invalid_file(@ForAll String text) {
    assertThat(isDeclarationOrInvalid(text)).isTrue();
  }

  @Property(tries = 500)
  void any_tokens_are_a_declaration_or_an_invalid_file(@ForAll("tokenTexts") String text) {
    assertThat(isDeclarationOrInvalid(text)).isTrue();
  }

  @Provide
  Arbitrary<String> tokenTexts() {
    return tokens().list().ofMaxSize(40).map(tokens -> String.join("", tokens));
  }

  @Property(tries = 300)
  void any_bytes_are_a_declaration_or_an_invalid_file(@ForAll byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bytes.json"), bytes);

    assertThat(isDeclarationOrInvalid(file)).isTrue();
  }

  @Property(tries = 300)
  void a_file_with_a_wrong_byte_is_a_declaration_or_an_invalid_file(
      @ForAll("declarations") PairDeclaration declaration,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll byte wrong)
      throws IOException {
    byte[] bytes = PairFile.toJson(declaration).getBytes(StandardCharsets.UTF_8);
    bytes[place % bytes.length] = wrong;
    Path file = Files.write(folder.resolve("wrong.json"), bytes);

    assertThat(isDeclarationOrInvalid(file)).isTrue();
  }

  private static boolean isDeclarationOrInvalid(String text) {
    try {
      return PairFile.parse(text).pair().siteHostName().length() > 0;
    } catch (InvalidFileException e) {
      return WrongFile.isSaid(e);
    }
  }

  private static boolean isDeclarationOrInvalid(Path file) {
    try {
      return PairFile.read(file).pair().siteHostName().length() > 0;
    } catch (InvalidFileException e) {
      return WrongFile.isSaid(e);
    }
  }
}
