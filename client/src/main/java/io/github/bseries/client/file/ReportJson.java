// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.Procedure;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleDescription;
import io.github.bseries.core.readiness.Silence;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A readiness report as JSON, for programs that read it. {@code docs/guide/readiness-report.md}
 * explains each field.
 *
 * <p>The form is stable: within a version of it, no field goes away or changes its meaning; new
 * ones may come, so who reads it passes over what it does not know. It is only written, never read
 * back: a report is made again from its facts.
 *
 * @since 0.1
 */
public final class ReportJson {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS = List.of("format", "version", "moment", "gates", "findings");

  /** The names of the members of a finding. */
  static final List<String> FINDING_FIELDS =
      List.of(
          "id",
          "title",
          "severity",
          "blocks",
          "shownAs",
          "verdict",
          "because",
          "remedy",
          "source",
          "silence");

  private ReportJson() {}

  /** Returns the report on lines that are indented, with a line end at its end. */
  public static String indented(ReadinessReport report) {
    return node(report).print("") + "\n";
  }

  /** Returns the report on one line, without a line end. */
  public static String line(ReadinessReport report) {
    return node(report).line();
  }

  private static JsonNode node(ReadinessReport report) {
    return new ObjectWriter()
        .text("format", "bseries-report")
        .number("version", 1L)
        .text("moment", report.moment())
        .node("gates", gates(report))
        .node(
            "findings",
            new JsonNode.Items(report.findings().stream().map(ReportJson::node).toList()))
        .object();
  }

  private static JsonNode gates(ReadinessReport report) {
    ObjectWriter gates = new ObjectWriter();
    for (Procedure procedure : Procedure.values()) {
      List<String> blockers =
          report.blockersOf(procedure).stream().map(finding -> finding.rule().id()).toList();
      gates.node(
          word(procedure),
          new ObjectWriter()
              .flag("ready", blockers.isEmpty())
              .texts("blockers", blockers)
              .object());
    }
    return gates.object();
  }

  private static JsonNode node(Finding finding) {
    RuleDescription rule = finding.rule();
    return new ObjectWriter()
        .text("id", rule.id())
        .text("title", rule.title())
        .text("severity", PolicyForm.SEVERITY.word(rule.severity()))
        .texts(
            "blocks",
            Stream.of(Procedure.values())
                .filter(rule.blocks()::contains)
                .map(ReportJson::word)
                .toList())
        .text("shownAs", PolicyForm.SEVERITY.word(finding.shownAs()))
        .text("verdict", verdict(finding))
        .text("because", finding.verdict().because())
        .text("remedy", rule.remedy())
        .text("source", rule.source())
        .node("silence", node(finding.silence()))
        .object();
  }

  /** The words of this form; those that people read may change. */
  private static String verdict(Finding finding) {
    return finding.verdict().fold(p -> "passed", v -> "violated", n -> "not judged");
  }

  private static String word(Procedure procedure) {
    return switch (procedure) {
      case SWITCHOVER -> "switchover";
      case TAKEOVER -> "takeover";
    };
  }

  private static @Nullable JsonNode node(@Nullable Silence silence) {
    return silence == null
        ? null
        : new ObjectWriter()
            .text("reason", silence.reason())
            .text("owner", silence.owner())
            .text("until", silence.until())
            .object();
  }
}
