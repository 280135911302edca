// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.AppliancePair;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairFilePageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("project.rootDirectory", ".."), "docs", "guide", "pair-file.md");
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SECTION =
      Pattern.compile("^##+ ([^\n]+)\n(.*?)(?=^##|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| (yes|no) \\|", Pattern.MULTILINE);

  private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>();
  private static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

  static {
    section("Who says so, and when", Attestation.FACT_FIELDS, "/normalPrimary/certificates");
    section("The pair", PairFile.FORM.fields(), "");
    section("`attested`", Attestation.FIELDS, "/normalPrimary/attested");
    section("`cutover`", CutoverForm.FIELDS, "/cutover");
    section("`sharedIp`", CutoverForm.SHARED_IP_FIELDS, "/cutover/sharedIp");
    section("`dnsSwing`", CutoverForm.DNS_SWING_FIELDS, "/cutover/dnsSwing");
    section("`natSwing`", CutoverForm.NAT_SWING_FIELDS, "/cutover/natSwing");
    section("`swingDuty`", PairForm.SWING_DUTY_FIELDS, "/swingDuty");
    section("An appliance", ApplianceForm.FIELDS, "/normalPrimary");
    section("`backupSettings`", BackupSettingsForm.FIELDS, "/normalPrimary/backupSettings");
    section("A certificate", CertificateForm.FIELDS, "/normalPrimary/certificates/value/0");
    section("`apiAccess`", FactsForm.API_ACCESS_FIELDS, "/normalPrimary/apiAccess");
    section(
        "`directoryTraffic`",
        FactsForm.DIRECTORY_TRAFFIC_FIELDS,
        "/normalPrimary/directoryTraffic");
  }

  private static void section(String title, List<String> fields, String example) {
    KNOWN.put(title, fields);
    EXAMPLES.put(title, example);
  }

  private record Field(String section, String name, boolean required) {

    private String pointer() {
      return EXAMPLES.get(section) + "/" + name;
    }

    private String jsonPath() {
      return "$" + pointer().replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> examples() {
    return BLOCK.matcher(page()).results().map(match -> match.group(1)).toList();
  }

  private static List<Field> fields() {
    return SECTION.matcher(page()).results().flatMap(PairFilePageTest::fields).toList();
  }

  private static Stream<Field> fields(MatchResult section) {
    return ROW.matcher(section.group(2))
        .results()
        .map(row -> new Field(section.group(1), row.group(1), row.group(2).equals("yes")));
  }

  /** The whole file of the page, with another cutover where a field is one of that. */
  private static JsonObject exampleFor(Field field) {
    String example = examples().get(1);
    String way = field.section().replace("`", "");
    if (way.equals("dnsSwing") || way.equals("natSwing")) {
      String members =
          way.equals("dnsSwing")
              ? "{\"hostName\":\"support.example.com\",\"recordTtl\":\"PT5M\"}"
              : "{\"publicAddress\":\"12.12.1.52\"}";
      example = example.replaceFirst("\"sharedIp\": \\{[^}]*}", "\"" + way + "\": " + members);
    }
    return Json.createReader(new StringReader(example)).readObject();
  }

  private static List<String> problems(JsonObject json) {
    try {
      PairFile.parse(json.toString());
      return List.of();
    } catch (InvalidFileException e) {
      return e.problems().stream().map(InvalidFileException.Problem::toString).toList();
    }
  }

  static Stream<Field> fieldsOfTheExamples() {
    return fields().stream().filter(field -> !field.section().equals("`cutover`"));
  }

  @Test
  void its_examples_are_pairs() {
    List<AppliancePair> pairs = examples().stream().map(PairFile::parse).toList();

    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(0).normalPrimary().name()).isEqualTo("site1.example.com");
    assertThat(pairs.get(1).normalPrimary().declared().attestations()).hasSize(8);
  }

  @Test
  void it_explains_all_fields_that_are_known_and_no_other() {
    Map<String, List<String>> explained = new LinkedHashMap<>();
    fields()
        .forEach(
            field ->
                explained.merge(
                    field.section(),
                    List.of(field.name()),
                    (one, other) -> Stream.of(one, other).flatMap(List::stream).toList()));

    assertThat(explained).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("fieldsOfTheExamples")
  void it_calls_required_what_is_missed(Field field) {
    JsonObject without =
        Json.createPatchBuilder().remove(field.pointer()).build().apply(removable(field));

    assertThat(
            problems(without)
                .contains(field.jsonPath() + ": this field is missing, and is required"))
        .isEqualTo(field.required());
  }

  /** One of the fields cannot stand beside another, so the example has only that other. */
  private static JsonObject removable(Field field) {
    JsonObject example = exampleFor(field);
    return field.pointer().equals("/normalPrimary/subnet")
        ? Json.createPatchBuilder().add(field.pointer(), "12.12.1.0/24").build().apply(example)
        : example;
  }

  @Test
  void it_shows_a_problem_as_it_is_told() {
    String example = examples().get(1).replace("\"PT6H\"", "\"6 hours\"");
    JsonObject wrong = Json.createReader(new StringReader(example)).readObject();

    assertThat(problems(wrong)).hasSize(1);
    assertThat(page()).contains("```text\n" + problems(wrong).get(0) + "\n```");
  }
}
