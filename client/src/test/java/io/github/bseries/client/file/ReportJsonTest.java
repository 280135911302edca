// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.file.GuidePage.Field;
import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.Procedure;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleDescription;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Silence;
import io.github.bseries.core.readiness.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  private static final GuidePage PAGE = GuidePage.of("readiness-report.md");
  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
  private static final Silence SILENCE =
      new Silence(
          "sync.is-recent",
          "the line is being replaced, CHG-1061",
          "the network team",
          Instant.parse("2026-11-09T00:00:00Z"));

  private static final RuleDescription KEYS =
      RuleDescription.blocker(
          "pair.same-key",
          "Both appliances have the same inter-appliance key",
          "Copy the key from one appliance to the other.",
          "S1 \"Establish the Primary/Backup Failover Relationship\"");
  private static final RuleDescription SYNC =
      RuleDescription.blocker(
              "sync.is-recent",
              "The last data sync is not older than the interval",
              "Start a data sync.",
              "S1 \"Best Practices for Primary and Backup Environments\"")
          .blockingOnly(Procedure.TAKEOVER);
  private static final RuleDescription NOTES =
      RuleDescription.of(
          "kit.notes",
          Severity.WARNING,
          "The settings of /appliance are written down",
          "Write them down.",
          "S2 \"Back Up /appliance\"");

  private static final ReadinessReport REPORT =
      new ReadinessReport(
          NOW,
          List.of(
              finding(KEYS, Verdict.passed("both are 9f86d081"), Severity.BLOCKER, null),
              finding(
                  SYNC, Verdict.notJudged("nobody looked at the pair"), Severity.WARNING, SILENCE),
              finding(NOTES, Verdict.violated("notes: lacking"), Severity.NOTICE, null)));

  private static Finding finding(
      RuleDescription rule, Verdict verdict, Severity shownAs, @Nullable Silence silence) {
    return new Finding(rule, verdict, shownAs, silence);
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void it_is_as_the_page_shows_it() {
    assertThat(ReportJson.indented(REPORT)).isEqualTo(PAGE.examples().get(0));
  }

  @Test
  void its_page_explains_all_fields_and_no_other() {
    assertThat(PAGE.explained())
        .isEqualTo(
            Map.of(
                "The report",
                ReportJson.FIELDS,
                "A gate",
                List.of("ready", "blockers"),
                "A finding",
                ReportJson.FINDING_FIELDS,
                "`silence`",
                PolicyForm.SILENCE_FIELDS.subList(1, 4)));
    JsonObject report = read(ReportJson.line(REPORT));
    assertThat(report.keySet()).containsExactlyElementsOf(ReportJson.FIELDS);
    assertThat(report.getJsonObject("gates").getJsonObject("takeover").keySet())
        .containsExactly("ready", "blockers");
    JsonObject silenced = report.getJsonArray("findings").getJsonObject(1);
    assertThat(silenced.keySet()).containsExactlyElementsOf(ReportJson.FINDING_FIELDS);
    assertThat(silenced.getJsonObject("silence").keySet())
        .containsExactly("reason", "owner", "until");
  }

  @Test
  void what_its_page_calls_always_there_is_in_every_finding() {
    List<String> always =
        PAGE.fields().stream()
            .filter(field -> field.section().equals("A finding") && field.required())
            .map(Field::name)
            .toList();

    assertThat(read(ReportJson.line(REPORT)).getJsonArray("findings").getJsonObject(0).keySet())
        .containsExactlyElementsOf(always);
  }

  @Test
  void a_silence_opens_no_gate() {
    JsonObject gates = read(ReportJson.line(REPORT)).getJsonObject("gates");

    assertThat(gates.getJsonObject("switchover"))
        .isEqualTo(read("{\"ready\":true,\"blockers\":[]}"));
    assertThat(gates.getJsonObject("takeover"))
        .isEqualTo(read("{\"ready\":false,\"blockers\":[\"sync.is-recent\"]}"));
  }

  @Test
  void on_one_line_it_says_the_same() {
    String line = ReportJson.line(REPORT);

    assertThat(line)
        .startsWith(
            "{\"format\":\"bseries-report\",\"version\":1,\"moment\":\"2026-11-02T12:00:00Z\"")
        .doesNotContain("\n", "\r", "\": ");
    assertThat(read(line)).isEqualTo(read(ReportJson.indented(REPORT)));
  }
}
