// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Verdict GOOD = Verdict.passed("good");
  private static final Verdict BAD = Verdict.violated("bad");
  private static final Verdict UNKNOWN = Verdict.notJudged("unknown");

  @Test
  void parts_are_only_as_good_as_the_worst_of_them() {
    assertThat(Verdict.all(List.of(GOOD, UNKNOWN, BAD))).isEqualTo(BAD);
    assertThat(Verdict.all(List.of(GOOD, UNKNOWN))).isEqualTo(UNKNOWN);
    assertThat(Verdict.all(List.of(GOOD))).isEqualTo(GOOD);
  }

  @Test
  void all_parts_that_decide_are_told_once() {
    assertThat(Verdict.all(List.of(BAD, Verdict.violated("worse"), BAD)))
        .isEqualTo(Verdict.violated("bad; worse"));
    assertThat(Verdict.all(List.of(GOOD, Verdict.passed("better"))))
        .isEqualTo(Verdict.passed("good; better"));
    assertThat(Verdict.all(List.of(UNKNOWN, Verdict.notJudged("dark"))))
        .isEqualTo(Verdict.notJudged("unknown; dark"));
  }

  @Test
  void where_one_part_is_enough_they_are_as_good_as_the_best_of_them() {
    assertThat(Verdict.any(List.of(BAD, UNKNOWN, GOOD))).isEqualTo(GOOD);
    assertThat(Verdict.any(List.of(BAD, UNKNOWN))).isEqualTo(UNKNOWN);
    assertThat(Verdict.any(List.of(BAD, Verdict.violated("worse"))))
        .isEqualTo(Verdict.violated("bad; worse"));
  }

  @Test
  void no_parts_are_no_verdict() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verdict.any(List.of()))
        .withMessage("parts is empty; a verdict rests on something");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verdict.all(List.of()))
        .withMessage("parts is empty; a verdict rests on something");
  }

  @Test
  void a_verdict_rests_on_something() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.passed(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.violated(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.notJudged(" "));
  }

  @Test
  void a_verdict_follows_from_a_condition() {
    assertThat(Verdict.of(true, "good", "bad")).isEqualTo(GOOD);
    assertThat(Verdict.of(false, "good", "bad")).isEqualTo(BAD);
  }

  @Test
  void each_kind_has_its_word_and_only_one_is_a_pass() {
    assertThat(List.of(GOOD, BAD, UNKNOWN))
        .extracting(Verdict::word)
        .containsExactly("passed", "violated", "not judged");
    assertThat(List.of(GOOD, BAD, UNKNOWN))
        .extracting(Verdict::isPassed)
        .containsExactly(true, false, false);
  }
}
