// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssumptionsTest {

  private final Assumptions standard = Assumptions.standard();

  @Test
  void there_are_more_than_fourteen_switches() {
    assertThat(AssumedSwitch.values()).hasSizeGreaterThan(14);
  }

  @ParameterizedTest
  @EnumSource
  void each_switch_has_a_choice_a_standard_and_a_source(AssumedSwitch each) {
    assertThat(each.behaviours()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(standard.of(each)).isEqualTo(each.standard());
    assertThat(each.sources()).containsPattern("\\b(S[12]|[DWS]-[A-Z0-9]+)\\b");
    assertThat(each.question()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void each_behaviour_can_be_chosen(AssumedBehaviour each) {
    Assumptions chosen = standard.with(each);

    assertThat(chosen.include(each)).isTrue();
    assertThat(chosen.of(each.ofSwitch())).isEqualTo(each);
    assertThat(chosen.deviations())
        .isEqualTo(each.ofSwitch().standard() == each ? List.of() : List.of(each));
  }

  @Test
  void the_later_one_of_two_for_one_switch_counts() {
    assertThat(standard.with(AssumedBehaviour.ZULU, AssumedBehaviour.OFFSET_WITH_COLON))
        .isEqualTo(standard)
        .hasSameHashCodeAs(standard);
    assertThat(standard.with(AssumedBehaviour.ZULU))
        .isNotEqualTo(standard)
        .hasToString("Assumptions[ZULU]");
  }

  @Test
  void plausible_variants_begin_with_the_standard_and_are_few_and_the_same_each_time() {
    List<Assumptions> variants = Assumptions.plausible();

    assertThat(variants).startsWith(standard).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(24);
    assertThat(Assumptions.plausible()).isEqualTo(variants);
  }
}
