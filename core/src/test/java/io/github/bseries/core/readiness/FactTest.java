// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FactTest {

  private static final Fact<Integer> TWO = Fact.known(2);
  private static final Fact<Integer> NO_COUNT = Fact.missing("nobody counted");
  private static final Fact<Integer> NO_SUM = Fact.missing("nobody added up");

  @Test
  void a_fact_that_is_null_is_missing() {
    assertThat(Fact.ofNullable(2, "nobody counted")).isEqualTo(TWO);
    assertThat(Fact.<Integer>ofNullable(null, "nobody counted")).isEqualTo(NO_COUNT);
  }

  @Test
  void what_follows_from_a_missing_fact_is_missing_too() {
    assertThat(TWO.map(it -> it + 1)).isEqualTo(Fact.known(3));
    assertThat(NO_COUNT.map(it -> it + 1)).isEqualTo(NO_COUNT);
    assertThat(TWO.flatMap(it -> NO_SUM)).isEqualTo(NO_SUM);
    assertThat(NO_COUNT.flatMap(it -> NO_SUM)).isEqualTo(NO_COUNT);
  }

  @Test
  void two_facts_are_known_together_or_tell_all_that_is_missing() {
    assertThat(TWO.with(Fact.known(3), Integer::sum)).isEqualTo(Fact.known(5));
    assertThat(TWO.with(NO_SUM, Integer::sum)).isEqualTo(NO_SUM);
    assertThat(NO_COUNT.with(TWO, Integer::sum)).isEqualTo(NO_COUNT);
    assertThat(NO_COUNT.with(NO_SUM, Integer::sum))
        .isEqualTo(Fact.missing("nobody counted; nobody added up"));
    assertThat(NO_COUNT.with(NO_COUNT, Integer::sum)).isEqualTo(NO_COUNT);
  }

  @Test
  void a_missing_fact_is_not_judged() {
    assertThat(TWO.judge(it -> Verdict.violated("it is " + it)))
        .isEqualTo(Verdict.violated("it is 2"));
    assertThat(NO_COUNT.judge(it -> Verdict.passed("it is " + it)))
        .isEqualTo(Verdict.notJudged("nobody counted"));
  }

  @Test
  void a_fact_is_not_missing_without_a_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fact.missing(" "))
        .withMessage("reason is blank; say what is missing");
  }
}
