// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final String ID = "house.ours";
  private static final PairFacts FACTS = WellKept.facts();
  private static final Silence SILENCE =
      new Silence(ID, "known since May", "ada", NOW.plus(Duration.ofDays(1)));

  @Test
  void a_new_book_holds_the_standard_rules_in_their_order() {
    assertThat(RuleBook.standard().rules())
        .extracting(Rule::description)
        .containsExactlyElementsOf(StandardRules.all().stream().map(Rule::description).toList());
  }

  @Test
  void a_rule_of_ones_own_is_judged_last() {
    Rule rule = blocker(facts -> Verdict.violated("it is so"));

    ReadinessReport report = RuleBook.standard().with(rule).judge(FACTS);

    Finding last = report.findings().get(report.findings().size() - 1);
    assertThat(last)
        .isEqualTo(
            new Finding(rule.description(), Verdict.violated("it is so"), Severity.BLOCKER, null));
    assertThat(report.moment()).isEqualTo(NOW);
    assertThat(report.canSwitchOver()).isFalse();
  }

  @Test
  void a_second_rule_of_that_name_is_refused() {
    RuleBook book = bookWith(facts -> Verdict.passed("fine"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.with(blocker(facts -> Verdict.passed("fine"))))
        .withMessage("there is a rule house.ours already");
  }

  @Test
  void a_rule_that_fails_blocks_as_if_it_were_broken() {
    ReadinessReport report =
        bookWith(
                facts -> {
                  throw new IllegalStateException("oops");
                })
            .judge(FACTS);

    assertThat(report.blockersOf(Procedure.TAKEOVER))
        .extracting(Finding::verdict)
        .contains(
            Verdict.notJudged("the rule itself failed: java.lang.IllegalStateException: oops"));
  }

  @Test
  @SuppressWarnings("NullAway") // a rule from code that is not checked for null
  void a_rule_that_says_nothing_is_not_judged() {
    ReadinessReport report = bookWith(facts -> null).judge(FACTS);

    assertThat(report.blockersOf(Procedure.TAKEOVER))
        .extracting(finding -> finding.verdict().because())
        .contains("the rule itself failed: java.lang.NullPointerException: the rule returned null");
  }

  @Test
  void an_error_of_the_machine_is_thrown_on() {
    RuleBook book =
        bookWith(
            facts -> {
              throw new OutOfMemoryError("made up");
            });

    assertThatThrownBy(() -> book.judge(FACTS)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void a_silenced_blocker_blocks() {
    ReadinessReport report = broken().silencing(SILENCE).judge(FACTS);

    assertThat(report.silenced()).extracting(Finding::silence).containsExactly(SILENCE);
    assertThat(report.open()).noneMatch(finding -> finding.rule().id().equals(ID));
    assertThat(report.canSwitchOver()).isFalse();
    assertThat(report.canTakeOver()).isFalse();
  }

  @Test
  void a_silence_ends_at_its_end() {
    Silence ended = new Silence(ID, "known since May", "ada", NOW);

    ReadinessReport report = broken().silencing(ended).judge(FACTS);

    assertThat(report.silenced()).isEmpty();
    assertThat(report.open()).anyMatch(finding -> finding.rule().id().equals(ID));
  }

  @Test
  void a_blocker_that_is_shown_as_a_notice_blocks() {
    ReadinessReport report = broken().showing(ID, Severity.NOTICE).judge(FACTS);

    assertThat(report.blockersOf(Procedure.SWITCHOVER))
        .filteredOn(finding -> finding.rule().id().equals(ID))
        .extracting(Finding::shownAs)
        .containsExactly(Severity.NOTICE);
  }

  @Test
  void a_rule_that_is_shown_as_a_blocker_blocks_nothing_more() {
    Rule rule =
        Rule.of(
            RuleDescription.of(ID, Severity.NOTICE, "title", "remedy", "ours"),
            facts -> Verdict.violated("it is so"));

    ReadinessReport report =
        RuleBook.standard().with(rule).showing(ID, Severity.BLOCKER).judge(FACTS);

    assertThat(report.blockersOf(Procedure.SWITCHOVER))
        .noneMatch(finding -> finding.rule().id().equals(ID));
  }

  @Test
  void what_is_not_there_can_be_neither_silenced_nor_shown_otherwise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleBook.standard().silencing(SILENCE))
        .withMessage("there is no rule house.ours");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleBook.standard().showing(ID, Severity.NOTICE))
        .withMessage("there is no rule house.ours");
  }

  @Test
  void a_silence_says_who_and_why() {
    assertThat(new Silence(" a.b ", " why ", " ada ", NOW))
        .isEqualTo(new Silence("a.b", "why", "ada", NOW));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Silence("a.b", " ", "ada", NOW))
        .withMessage("reason is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Silence("a.b", "why", " ", NOW))
        .withMessage("owner is blank");
  }

  @Test
  void a_finding_has_no_silence_of_another_rule() {
    RuleDescription other = RuleDescription.blocker("a.b", "title", "remedy", "S1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding(other, Verdict.passed("fine"), Severity.BLOCKER, SILENCE))
        .withMessage("silence is for house.ours, not for a.b");
  }

  private static RuleBook broken() {
    return bookWith(facts -> Verdict.violated("it is so"));
  }

  private static RuleBook bookWith(Function<PairFacts, Verdict> judge) {
    return RuleBook.standard().with(blocker(judge));
  }

  private static Rule blocker(Function<PairFacts, Verdict> judge) {
    return Rule.of(RuleDescription.blocker(ID, "title", "remedy", "ours"), judge);
  }
}
