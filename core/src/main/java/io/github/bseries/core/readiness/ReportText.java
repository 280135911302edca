// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A report as text of at most 80 columns, as far as there is white space to break a line at. */
final class ReportText {

  private static final int COLUMNS = 80;
  private static final String INDENT = "  ";

  /**
   * The heaviest first; of equal weight what is known to be broken, then the order of the rules.
   */
  private static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Finding::shownAs)
          .thenComparing(finding -> finding.verdict() instanceof Verdict.Violated ? 0 : 1);

  private final StringBuilder text = new StringBuilder();

  ReportText(ReadinessReport report) {
    for (Procedure procedure : Procedure.values()) {
      gate(procedure, report.blockersOf(procedure));
    }
    report.open().stream().sorted(BY_WEIGHT).forEach(this::finding);
    report.silenced().stream().sorted(BY_WEIGHT).forEach(this::silenced);
    passed(report.passed());
  }

  private void gate(Procedure procedure, List<Finding> blockers) {
    text.append(String.format(Locale.ROOT, "%-11s", procedure.title()));
    if (blockers.isEmpty()) {
      text.append("ready\n");
      return;
    }
    text.append("NOT ready, blocked by ").append(blockers.size()).append('\n');
    blockers.forEach(
        blocker ->
            text.append(INDENT)
                .append(blocker.rule().id())
                .append(" (")
                .append(blocker.verdict().word())
                .append(")\n"));
  }

  private void finding(Finding finding) {
    text.append('\n').append(finding.shownAs()).append(' ');
    text.append(finding.verdict().word()).append(": ").append(finding.rule().id()).append('\n');
    RuleDescription rule = finding.rule();
    paragraph("rule", rule.title());
    if (finding.verdict() instanceof Verdict.NotJudged lacking) {
      // The remedy is for a broken rule. Here a fact is what is needed.
      paragraph("lacks", lacking.because());
      return;
    }
    paragraph("because", finding.verdict().because());
    paragraph("remedy", rule.remedy());
    paragraph("source", rule.source());
  }

  private void silenced(Finding finding) {
    Silence silence = finding.silence();
    text.append("\nsilenced, ").append(finding.verdict().word()).append(": ");
    text.append(finding.rule().id()).append('\n');
    paragraph("because", finding.verdict().because());
    if (silence != null) {
      paragraph(
          "silence",
          silence.reason() + " (" + silence.owner() + ", until " + silence.until() + ")");
    }
  }

  private void passed(List<Finding> passed) {
    if (!passed.isEmpty()) {
      text.append("\npassed: ").append(passed.size()).append('\n');
      passed.forEach(finding -> text.append(INDENT).append(finding.rule().id()).append('\n'));
    }
  }

  /** A label, and its text broken into lines that stand below each other. */
  private void paragraph(String label, String words) {
    String start = INDENT + String.format(Locale.ROOT, "%-9s", label);
    StringBuilder line = new StringBuilder(start);
    boolean begun = false;
    for (String word : words.split("[\\s\\p{Cntrl}]+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (begun && line.length() + 1 + word.length() > COLUMNS) {
        text.append(line).append('\n');
        line = new StringBuilder(" ".repeat(start.length()));
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
