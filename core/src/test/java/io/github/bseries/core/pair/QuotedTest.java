// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

  @Test
  void a_short_text_stands_in_quotes_as_it_is() {
    assertThat(Quoted.of("bücher 書 😀")).isEqualTo("\"bücher 書 😀\"");
  }

  @Test
  void an_empty_text_is_two_quotes() {
    assertThat(Quoted.of("")).isEqualTo("\"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\t", "\0", "\u001b", "\u0085", "\u2028", "\u2029", "\u202e", "\ud800"
      })
  void what_is_not_seen_or_breaks_a_line_becomes_a_space(String unseen) {
    assertThat(Quoted.of("a" + unseen + "b")).isEqualTo("\"a b\"");
  }

  @Test
  void eighty_characters_are_kept_whole() {
    String text = "x".repeat(80);

    assertThat(Quoted.of(text)).isEqualTo("\"" + text + "\"");
  }

  @Test
  void a_longer_text_is_cut_and_says_so() {
    assertThat(Quoted.of("x".repeat(1_000_000))).isEqualTo("\"" + "x".repeat(80) + "…\"");
  }

  @Test
  void a_cut_never_parts_a_character_in_two() {
    assertThat(Quoted.of("😀".repeat(81))).isEqualTo("\"" + "😀".repeat(80) + "…\"");
  }
}
