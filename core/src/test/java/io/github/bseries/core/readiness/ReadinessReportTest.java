// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadinessReportTest {

  private static final RuleDescription KEYS =
      RuleDescription.blocker("pair.keys", "The keys are the same", "Copy the key.", "S1 \"Keys\"");
  private static final RuleDescription SYNC = KEYS.blockingOnly(Procedure.TAKEOVER);
  private static final RuleDescription NOTES =
      RuleDescription.of(
          "kit.notes",
          Severity.NOTICE,
          "The settings of the /appliance interface are written down",
          "Write down what stands there: addresses, static routes, SNMP, syslog, TLS, the login"
              + " agreement and the mail server.",
          "S2 \"Back Up /appliance\"");

  @Test
  void what_is_broken_or_not_judged_blocks_what_the_rule_blocks() {
    ReadinessReport report =
        new ReadinessReport(
            NOW,
            List.of(
                finding(SYNC, Verdict.notJudged("no sync was seen")),
                finding(KEYS, Verdict.passed("they are")),
                finding(NOTES, Verdict.violated("there are none"))));

    assertThat(report.canSwitchOver()).isTrue();
    assertThat(report.canTakeOver()).isFalse();
    assertThat(report.blockersOf(Procedure.TAKEOVER)).containsExactly(report.findings().get(0));
    assertThat(report.open()).containsExactly(report.findings().get(0), report.findings().get(2));
    assertThat(report.passed()).containsExactly(report.findings().get(1));
  }

  @Test
  void nothing_judged_is_no_report() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadinessReport(NOW, List.of()))
        .withMessage("findings is empty; a report rests on something");
  }

  @Test
  void the_text_tells_first_what_must_not_be_done() {
    Silence silence = new Silence("kit.notes", "on its way", "ada", NOW.plusSeconds(60));
    ReadinessReport report =
        new ReadinessReport(
            NOW,
            List.of(
                finding(KEYS, Verdict.passed("they are")),
                new Finding(NOTES, Verdict.violated("none"), Severity.NOTICE, silence),
                finding(NOTES, Verdict.violated("there\u0007 are\nnone")),
                finding(SYNC, Verdict.notJudged("no sync was seen"))));

    assertThat(report.text())
        .isEqualTo(
            """
            switchover ready
            takeover   NOT ready, blocked by 1
              pair.keys (not judged)

            BLOCKER not judged: pair.keys
              rule     The keys are the same
              lacks    no sync was seen

            NOTICE violated: kit.notes
              rule     The settings of the /appliance interface are written down
              because  there are none
              remedy   Write down what stands there: addresses, static routes, SNMP, syslog,
                       TLS, the login agreement and the mail server.
              source   S2 "Back Up /appliance"

            silenced, violated: kit.notes
              because  none
              silence  on its way (ada, until 2026-03-01T12:01:00Z)

            passed: 1
              pair.keys
            """);
  }

  @Test
  void of_equal_weight_what_is_broken_stands_before_what_is_not_known() {
    ReadinessReport report =
        new ReadinessReport(
            NOW,
            List.of(
                finding(SYNC, Verdict.notJudged("nobody looked")),
                finding(KEYS, Verdict.violated("they differ"))));

    assertThat(report.text().indexOf("they differ"))
        .isLessThan(report.text().indexOf("nobody looked"));
  }

  @Test
  void a_word_that_is_too_long_for_a_line_stands_on_its_own() {
    String word = "x".repeat(100);

    String text =
        new ReadinessReport(
                NOW, List.of(finding(NOTES, Verdict.violated("see " + word + " there"))))
            .text();

    assertThat(text).contains("because  see\n           " + word + "\n           there\n");
  }

  private static Finding finding(RuleDescription rule, Verdict verdict) {
    return new Finding(rule, verdict, rule.severity(), noSilence());
  }

  private static @Nullable Silence noSilence() {
    return null;
  }
}
