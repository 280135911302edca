// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.file.GuidePage.Field;
import io.github.bseries.client.internal.json.form.VersionForm;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.KitItem;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.NsbOrigin;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.readiness.ReadinessPolicy;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.readiness.Severity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairFilePageTest {

  private static final GuidePage PAGE = GuidePage.of("pair-file.md");

  private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>();
  private static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

  static {
    section("Who says so, and when", Attestation.FACT_FIELDS, "/normalPrimary/certificates");
    section("The pair", DeclarationForm.of(RuleBook.standard()).fields(), "");
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
    section("`recoveryKit`", RecoveryKitForm.FIELDS, "/recoveryKit");
    section("`vaultKey`", KitCopyForms.VAULT_KEY.fields(), "/recoveryKit/vaultKey");
    section("A password", KitCopyForms.PASSWORD_FIELDS, "/recoveryKit/vaultKey/password");
    section(
        "`certificates` of the kit",
        KitCopyForms.CERTIFICATES.fields(),
        "/recoveryKit/certificates");
    section(
        "`networkDiagram`", KitCopyForms.NETWORK_DIAGRAM.fields(), "/recoveryKit/networkDiagram");
    section("`otherData`", RecoveryKitForm.OTHER_DATA_FIELDS, "/recoveryKit/otherData");
    section(
        "Other data that is saved",
        KitCopyForms.DATA.fields(),
        "/recoveryKit/otherData/sessionRecordings");
    section("The kit of an appliance", ApplianceKitForm.FIELDS, "/recoveryKit/normalPrimary");
    String kit = "/recoveryKit/normalPrimary";
    section("`newestBackup`", ApplianceKitForm.BACKUP_FIELDS, kit + "/newestBackup");
    section("`statusPage`", ApplianceKitForm.STATUS_PAGE_FIELDS, kit + "/statusPage");
    section("A version", VersionForm.FIELDS, kit + "/statusPage/version");
    section("`notes`", KitCopyForms.NOTES.fields(), kit + "/notes");
    section("`deploymentFile`", KitCopyForms.DEPLOYMENT_FILE.fields(), kit + "/deploymentFile");
    section("`policy`", PolicyForm.FIELDS, "/policy");
    section("`sync`", PolicyForm.SYNC_FIELDS, "/policy/sync");
    section("A silence", PolicyForm.SILENCE_FIELDS, "/policy/silences/0");
    section("Another severity", PolicyForm.SHOWN_AS_FIELDS, "/policy/shownAs/0");
  }

  private static void section(String title, List<String> fields, String example) {
    KNOWN.put(title, fields);
    EXAMPLES.put(title, example);
  }

  private static String pointer(Field field) {
    return EXAMPLES.get(field.section()) + "/" + field.name();
  }

  private static String jsonPath(Field field) {
    return "$" + pointer(field).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }

  /** The whole file of the page, with another cutover or version where a field is one of that. */
  private static JsonObject exampleFor(Field field) {
    String example = PAGE.examples().get(1);
    if (field.section().equals("A version")) {
      example =
          example.replace(
              "\"version\": \"24.1.3\"",
              "\"version\":{\"text\":\"x\",\"product\":\"24.1.3\",\"build\":\"7\"}");
    }
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
    return PAGE.fields().stream().filter(field -> !field.section().equals("`cutover`"));
  }

  @Test
  void its_examples_are_pairs() {
    List<AppliancePair> pairs =
        PAGE.examples().stream().map(PairFile::parse).map(PairDeclaration::pair).toList();

    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(0).normalPrimary().name()).isEqualTo("site1.example.com");
    assertThat(pairs.get(1).normalPrimary().declared().attestations()).hasSize(8);
  }

  @Test
  void it_explains_all_fields_that_are_known_and_no_other() {
    assertThat(PAGE.explained()).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("fieldsOfTheExamples")
  void it_calls_required_what_is_missed(Field field) {
    JsonObject example = removable(field);
    JsonObject without =
        Json.createPointer(pointer(field)).containsValue(example)
            ? Json.createPatchBuilder().remove(pointer(field)).build().apply(example)
            : example;

    assertThat(
            problems(without)
                .contains(jsonPath(field) + ": this field is missing, and is required"))
        .isEqualTo(field.required());
  }

  /** One of the fields cannot stand beside another, so the example has only that other. */
  private static JsonObject removable(Field field) {
    JsonObject example = exampleFor(field);
    return pointer(field).equals("/normalPrimary/subnet")
        ? Json.createPatchBuilder().add(pointer(field), "12.12.1.0/24").build().apply(example)
        : example;
  }

  @Test
  void its_whole_example_shows_every_kind_of_part_of_a_kit() {
    RecoveryKit kit = PairFile.parse(PAGE.examples().get(1)).recoveryKit();

    assertThat(kit).isNotNull();
    assertThat(
            Stream.of(KitItem.values())
                .filter(item -> kit.declared(item).isEmpty())
                .map(KitItem::title))
        .isEmpty();
  }

  @Test
  void it_lists_all_words() {
    List<String> words =
        Stream.of(
                KitCopyForms.CONTENT.words(List.of(CertificateCopy.Content.values())),
                KitCopyForms.SHOWN.words(List.of(NetworkDiagram.Content.values())),
                KitCopyForms.SETTING.words(List.of(ApplianceSetting.values())),
                KitCopyForms.WAY.words(List.of(DataCopy.Way.values())),
                ApplianceKitForm.ORIGIN.words(List.of(NsbOrigin.values())),
                PolicyForm.SEVERITY.words(List.of(Severity.values())))
            .flatMap(List::stream)
            .filter(word -> !PAGE.text().contains("`\"" + word + "\"`"))
            .toList();

    assertThat(words).isEmpty();
  }

  @Test
  void it_tells_the_standard_of_each_age() {
    ReadinessPolicy standard = ReadinessPolicy.standard();
    Map<String, Duration> told =
        Pattern.compile("\\| `(\\w+)` \\|.*`\"(P\\w+)\"` if left out")
            .matcher(PAGE.text())
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> Duration.parse(row.group(2))));

    assertThat(told)
        .isEqualTo(
            Map.of(
                "oldestLook", standard.oldestLook(),
                "oldestAttestation", standard.oldestAttestation(),
                "shortestCertificateLife", standard.shortestCertificateLife(),
                "oldestBackup", standard.oldestBackup(),
                "clockTolerance", standard.clockTolerance()));
  }

  @Test
  void it_shows_a_problem_as_it_is_told() {
    String example = PAGE.examples().get(1).replaceFirst("\"PT6H\"", "\"6 hours\"");
    JsonObject wrong = Json.createReader(new StringReader(example)).readObject();

    assertThat(problems(wrong)).hasSize(1);
    assertThat(PAGE.text()).contains("```text\n" + problems(wrong).get(0) + "\n```");
  }
}
