// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverRoleTest {

  @ParameterizedTest
  @CsvSource({"primary, PRIMARY", "backup, BACKUP", "none, NONE"})
  void each_word_of_the_api_is_a_role(String literal, FailoverRole role) {
    assertThat(FailoverRole.ofLiteral(literal)).isEqualTo(role);
  }

  @ParameterizedTest
  @EnumSource
  void the_literal_of_a_role_leads_back_to_it(FailoverRole role) {
    assertThat(FailoverRole.ofLiteral(role.literal())).isEqualTo(role);
  }

  @Test
  void white_space_around_the_word_is_ignored() {
    assertThat(FailoverRole.ofLiteral("\n\t\tprimary \n")).isEqualTo(FailoverRole.PRIMARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Primary", "PRIMARY", "master", "primary backup", "prımary"})
  void any_other_word_is_refused_and_never_guessed(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FailoverRole.ofLiteral(word))
        .withMessage("failover role is \"%s\", must be one of primary, backup, none", word.strip());
  }

  @Test
  void a_message_about_a_long_word_with_line_ends_is_one_short_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FailoverRole.ofLiteral("pri\nmary".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200));
  }

  @Test
  void no_word_at_all_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> FailoverRole.ofLiteral(null))
        .withMessage("literal");
  }
}
