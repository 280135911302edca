// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static io.github.bseries.client.file.PairText.declared;
import static io.github.bseries.client.file.PairText.json;
import static io.github.bseries.client.file.PairText.pairWith;
import static io.github.bseries.client.file.PairText.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbItem;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.ReadinessPolicy;
import io.github.bseries.core.readiness.Rule;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.readiness.RuleDescription;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import io.github.bseries.core.readiness.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
  private static final String RULE = "settings.backup-operations-off-on-normal-primary";
  private static final String ATTESTED = "'attested':{'by':'kim','at':'2026-11-02'},";
  private static final RuleBook OURS =
      RuleBook.standard()
          .with(
              Rule.of(
                  RuleDescription.of("ours.one", Severity.WARNING, "One is", "Make it.", "ours"),
                  facts -> Verdict.violated("it is not")));

  private static String silence(String rule) {
    return "{'rule':'" + rule + "','reason':'CHG-7','owner':'kim','until':'2026-12-01'}";
  }

  @Test
  void what_is_left_out_is_the_standard_and_not_known() {
    PairDeclaration alone = declared(pairWith("'atlasRole':'single'"));

    assertThat(alone).isEqualTo(PairDeclaration.of(alone.pair()));
    assertThat(alone.recoveryKit()).isNull();
    assertThat(alone.policy()).isEqualTo(ReadinessPolicy.standard());
    assertThat(PairFile.toJson(alone)).doesNotContain("policy", "recoveryKit");
  }

  @Test
  void an_empty_kit_is_one_in_which_nothing_was_declared() {
    PairDeclaration empty = declared(pairWith("'recoveryKit':{},'policy':{}"));

    assertThat(empty.recoveryKit()).isEqualTo(RecoveryKit.none());
    assertThat(PairFile.toJson(empty)).contains("\"recoveryKit\": {}").doesNotContain("policy");
  }

  @Test
  void of_a_policy_what_is_not_said_has_its_standard() {
    PairDeclaration declared = declared(pairWith("'policy':{'oldestBackup':'P1D'}"));

    assertThat(declared.policy())
        .isEqualTo(ReadinessPolicy.builder().oldestBackup(Duration.ofDays(1)).build());
    assertThat(PairFile.toJson(declared))
        .contains(json("'policy': {\n    'oldestBackup': 'PT24H'\n  }"));
  }

  @Test
  void silences_and_severities_are_those_of_the_report() {
    PairDeclaration declared =
        declared(
            pairWith(
                "'policy':{'silences':["
                    + silence(RULE)
                    + "],'shownAs':[{'rule':'"
                    + RULE
                    + "','severity':'notice'}]}"));

    Finding finding =
        declared
            .ruleBook(RuleBook.standard())
            .judge(declared.facts(NOW).build())
            .findings()
            .stream()
            .filter(it -> it.rule().id().equals(RULE))
            .findFirst()
            .orElseThrow();

    assertThat(finding.shownAs()).isEqualTo(Severity.NOTICE);
    assertThat(finding.silence())
        .isEqualTo(new Silence(RULE, "CHG-7", "kim", Instant.parse("2026-12-01T00:00:00Z")));
  }

  @Test
  void its_facts_hold_all_that_is_declared() {
    PairDeclaration declared =
        declared(pairWith("'recoveryKit':{},'policy':{'recoveryTime':'PT1H'}"));

    assertThat(declared.facts(NOW).build())
        .satisfies(facts -> assertThat(facts.pair()).isEqualTo(declared.pair()))
        .satisfies(facts -> assertThat(facts.recoveryKit()).isEqualTo(RecoveryKit.none()))
        .satisfies(facts -> assertThat(facts.policy()).isEqualTo(declared.policy()))
        .satisfies(facts -> assertThat(facts.moment()).isEqualTo(NOW));
  }

  @Test
  void a_rule_that_was_added_is_known_where_it_is_handed_in() {
    String text = pairWith("'policy':{'silences':[" + silence("ours.one") + "]}");
    PairDeclaration declared = PairFile.parse(json(text), OURS);

    assertThat(declared.ruleBook(OURS).judge(declared.facts(NOW).build()).silenced())
        .extracting(finding -> finding.rule().id())
        .containsExactly("ours.one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.ruleBook(RuleBook.standard()))
        .withMessage("there is no rule ours.one");
    assertThat(problems(text))
        .containsExactly("$.policy.silences[0].rule: \"ours.one\" is no rule that is known");
  }

  @Test
  void a_rule_that_is_not_known_is_refused_with_the_one_that_was_meant() {
    String meant = RULE.replace("-off-", "-of-");

    assertThat(problems(pairWith("'policy':{'shownAs':[{'rule':'" + meant + "'}]}")))
        .containsExactly(
            "$.policy.shownAs[0].rule: \""
                + meant
                + "\" is no rule that is known; did you mean "
                + RULE
                + "?",
            "$.policy.shownAs[0].severity: this field is missing, and is required");
  }

  @Test
  void a_rule_stands_once_in_a_list() {
    String twice = silence(RULE) + "," + silence(RULE);

    assertThat(problems(pairWith("'policy':{'silences':[" + twice + "]}")))
        .containsExactly(
            "$.policy.silences[1].rule: \""
                + RULE
                + "\" is in this list before; leave one of them");
    Silence one = new Silence(RULE, "CHG-7", "kim", NOW);
    PairDeclaration alone = declared(pairWith("'atlasRole':'single'"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PairDeclaration(
                    alone.pair(), null, alone.policy(), List.of(one, one), Map.of()))
        .withMessageContaining("silences has " + RULE + " twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'lacking'| Lacking[]",
        "{'nothingToKeep':' no Vault '}| NothingToKeep[reason=no Vault]",
        "{'savedAt':'2026-01-01'}| Ready[kept=VaultKeyCopy[savedAt=2026-01-01T00:00:00Z,"
            + " password=null, keptAt=null]]"
      })
  void a_part_of_a_kit_is_kept_or_lacking_or_not_to_be_kept(String written, String part) {
    RecoveryKit kit =
        declared(pairWith("'recoveryKit':{" + ATTESTED + "'vaultKey':" + written + "}"))
            .recoveryKit();

    assertThat(kit).isNotNull();
    assertThat(kit.vaultKey()).isNotNull();
    assertThat(kit.vaultKey().value()).hasToString(part);
  }

  @Test
  void the_kit_is_attested_as_the_pair_unless_it_says_its_own() {
    RecoveryKit kit =
        declared(
                pairWith(
                    ATTESTED
                        + "'recoveryKit':{'networkDiagram':'lacking','normalBackup':{"
                        + "'attested':{'by':'lee'},'notes':'lacking'}}"))
            .recoveryKit();

    assertThat(kit).isNotNull();
    Instant at = Instant.parse("2026-11-02T00:00:00Z");
    assertThat(kit.networkDiagram()).isEqualTo(new Attested<>(KitPart.lacking(), "kim", at));
    assertThat(kit.normalBackup())
        .isEqualTo(ApplianceKit.none().withNotes(new Attested<>(KitPart.lacking(), "lee", at)));
  }

  private static String backup(String password) {
    return "{'name':'a.nsb','appliance':'00112233445566778899aabbccddeeff',"
        + "'takenAt':'2026-11-01','sizeBytes':1,'good':true,'protected':false,'password':"
        + password
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`{'used':false}`, lee", "`{'value':{'used':false},'by':'pat'}`, pat"})
  void a_password_is_attested_as_its_backup_unless_it_says_its_own(String password, String by) {
    RecoveryKit kit =
        declared(
                pairWith(
                    "'recoveryKit':{"
                        + ATTESTED
                        + "'normalPrimary':{'newestBackup':{'by':'lee','value':"
                        + backup(password)
                        + "}}}"))
            .recoveryKit();

    assertThat(kit).isNotNull();
    assertThat(kit.normalPrimary().attestations()).extracting(Attested::by).contains("lee", by);
    assertThat(kit.normalPrimary().attestations().get(1).by()).isEqualTo(by);
  }

  @Test
  void a_backup_that_nobody_attests_is_told_once() {
    assertThat(
            problems(
                pairWith(
                    "'recoveryKit':{'normalPrimary':{'newestBackup':"
                        + backup("{'used':false}")
                        + "}}")))
        .singleElement()
        .asString()
        .startsWith("$.recoveryKit.normalPrimary.newestBackup: nobody attests this");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'recoveryKit':[]| $.recoveryKit: a list is no object",
        "'recoveryKit':{'networkDiagram':'missing'}| $.recoveryKit.networkDiagram: \"missing\" is"
            + " no part of a kit; write { } with the fields drawnAt, shows, keptAt, or \"lacking\","
            + " or { \"nothingToKeep\": \"why\" }",
        "'recoveryKit':{'networkDiagram':{'nothingToKeep':7}}|"
            + " $.recoveryKit.networkDiagram.nothingToKeep: 7 is no text",
        "'recoveryKit':{'otherData':{'recordings':'lacking'}}|"
            + " $.recoveryKit.otherData.recordings: this field is not known",
        "'recoveryKit':{'otherData':{'certificates':'lacking'}}|"
            + " $.recoveryKit.otherData.certificates: this field is not known",
        "'recoveryKit':{'normalPrimary':{'statusPage':{'version':7}}}|"
            + " $.recoveryKit.normalPrimary.statusPage.version: 7 is no text",
        "'recoveryKit':{'networkDiagram':{'drawnAt':'2026-01-01','shows':['x']}}|"
            + " $.recoveryKit.networkDiagram.shows[0]: \"x\" is none of \"firewall rules\", ",
        "'policy':{'oldestLook':'PT0S'}| $.policy: oldestLook is zero, must be above zero",
        "'policy':{'dataBytesPerSync':-1}| $.policy.dataBytesPerSync: -1 is no whole number from 0",
        "'policy':{'dataBytesPerSync':1.5}| $.policy.dataBytesPerSync: 1.5 is no whole number",
        "'policy':{'dataBytesPerSync':9223372036854775808}| $.policy.dataBytesPerSync: 92233720",
        "'policy':{'sync':{'interval':'PT6H','promisedRecoveryPoint':'P1D','toleratedMisses':"
            + "2147483648}}| $.policy.sync.toleratedMisses: 2147483648 is no whole number from 0 to"
            + " 2147483647; write it in digits, without quotes",
        "'policy':{'oldBackup':'P1D'}| $.policy.oldBackup: this field is not known; did you mean"
      })
  void a_problem_names_path_value_and_what_is_allowed(String members, String problem) {
    assertThat(problems(pairWith(ATTESTED + members)))
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  @Test
  void problems_of_pair_and_kit_and_policy_are_told_together() {
    assertThat(
            problems(
                pairWith(
                    "'product':'x','recoveryKit':{'vaultKey':7},'policy':{'line':'x','silences':"
                        + "[{'rule':'x'}]}")))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .contains(
            "$.product",
            "$.recoveryKit.vaultKey",
            "$.policy.line",
            "$.policy.silences[0].rule",
            "$.policy.silences[0].until");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'vaultKey':'hunter2'",
        "'vaultKey':{'savedAt':'2026-01-01','password':'hunter2'}",
        "'vaultKey':{'savedAt':'2026-01-01','password':{'used':false,'knownTo':'hunter2'}}",
        "'vaultKey':{'savedAt':'2026-01-01','password':{'used':'hunter2'}}",
        "'vaultKey':{'savedAt':'2026-01-01','keptAt':'https://kim:hunter2@share.example.com'}",
        "'certificates':{'savedAt':'2026-01-01','contents':[],'p12':true,'passphrase':'hunter2'}",
        "'networkDiagram':{'drawnAt':'2026-01-01','shows':[],'keptAt':'-----BEGIN KEY-----hunter2'}"
      })
  void a_secret_is_refused_and_not_shown(String member) {
    List<String> problems = problems(pairWith("'recoveryKit':{" + ATTESTED + member + "}"));

    assertThat(problems).isNotEmpty().noneMatch(problem -> problem.contains("hunter"));
  }

  @Test
  void other_data_has_a_name_for_each_kind_that_a_kit_takes() {
    Attested<KitPart<DataCopy>> lacking = new Attested<>(KitPart.lacking(), "kim", NOW);
    List<NsbItem> taken =
        Stream.of(NsbItem.values())
            .filter(
                item -> {
                  try {
                    RecoveryKit.builder().otherData(item, lacking);
                    return true;
                  } catch (IllegalArgumentException e) {
                    return false;
                  }
                })
            .toList();

    assertThat(RecoveryKitForm.OTHER_DATA_FIELDS)
        .hasSize(taken.size())
        .contains("sessionRecordings", "interApplianceKey");
  }
}
