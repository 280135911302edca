// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.core.pair.Gravity;
import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.Procedure;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.Severity;
import io.github.bseries.core.readiness.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the tool tells the shell. Nothing here means "fine" when it is not known to be. */
enum ExitCode {
  /** All is as it should be. */
  FINE(0),
  /** It works, but somebody should look at it. */
  WARNING(1),
  /** It does not work, or the appliance said no. */
  CRITICAL(2),
  /** It could not be told, or is not decided yet. */
  UNKNOWN(3),
  /** The command line, a file or a variable is wrong. Nothing was asked of an appliance. */
  WRONG_USAGE(64);

  private static final List<ExitCode> BY_WEIGHT =
      List.of(FINE, WARNING, UNKNOWN, CRITICAL, WRONG_USAGE);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  static ExitCode of(Gravity gravity) {
    return switch (gravity) {
      case FINE -> FINE;
      case ATTENTION -> WARNING;
      case UNKNOWN -> UNKNOWN;
      case CRITICAL -> CRITICAL;
    };
  }

  /**
   * What a report is worth: a broken blocker is critical, and one that could not be judged unknown,
   * silenced or not. Other rules count with the severity with which they are shown; notices do not.
   */
  static ExitCode of(ReadinessReport report) {
    ExitCode worst = FINE;
    for (Finding finding : report.findings()) {
      boolean blocks = Stream.of(Procedure.values()).anyMatch(finding::blocks);
      boolean heard = finding.isOpen() && finding.shownAs() != Severity.NOTICE;
      if (blocks || heard) {
        worst = worst.heavier(of(finding.verdict(), blocks));
      }
    }
    return worst;
  }

  private static ExitCode of(Verdict verdict, boolean blocks) {
    return verdict.fold(
        passed -> FINE, violated -> blocks ? CRITICAL : WARNING, notJudged -> UNKNOWN);
  }

  /** Returns the one that weighs more: critical, then unknown, then a warning. */
  ExitCode heavier(ExitCode other) {
    return BY_WEIGHT.indexOf(other) > BY_WEIGHT.indexOf(this) ? other : this;
  }

  int number() {
    return number;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
