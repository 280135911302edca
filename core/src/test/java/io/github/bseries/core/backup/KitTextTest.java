// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KitTextTest {

  @Test
  void white_space_around_a_text_is_taken_away() {
    assertThat(KitText.checked("keptAt", "\n safe 3, first floor\t"))
        .isEqualTo("safe 3, first floor");
    assertThat(KitText.checkedIfThere("keptAt", " safe 3 ")).isEqualTo("safe 3");
    assertThat(KitText.checkedIfThere("keptAt", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_blank_text_says_nothing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checked("keptAt", text))
        .withMessage("keptAt is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checkedIfThere("keptAt", text))
        .withMessage("keptAt is blank");
    assertThatNullPointerException()
        .isThrownBy(() -> KitText.checked("keptAt", nothing()))
        .withMessage("keptAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo", "one\rtwo", "one\u2028two", "one\u2029two", "one\u001btwo"})
  void a_text_has_one_line_and_is_not_repeated_if_it_has_more(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checked("knownTo", text))
        .withMessage("knownTo must be one line");
  }

  @Test
  void a_text_has_up_to_200_characters_however_they_are_encoded() {
    String longest = "\uD83D\uDD11".repeat(200);

    assertThat(KitText.checked("keptAt", longest)).isEqualTo(longest);
    assertThat(KitText.checked("keptAt", " " + longest + " ")).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checked("keptAt", longest + "x"))
        .withMessage("keptAt has 201 characters, at most 200 are allowed");
  }

  @Test
  void a_key_in_text_form_is_refused_even_on_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checked("keptAt", "-----BEGIN PRIVATE KEY----- MIIEvQ"))
        .withMessage("keptAt is a key or a certificate; say who or where");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:hunter2@files.example.com/kit",
        "see sftp://ada@files.example.com",
        "https://ada:hun:ter2@12.12.1.50"
      })
  void an_address_with_an_account_in_it_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KitText.checked("keptAt", text))
        .withMessage("keptAt has an account in an address; leave out what stands before the @");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.example.com/kit",
        "https://files.example.com/@kit",
        "https://files.example.com or ask ada@example.com",
        "ada@example.com",
        "\\\\files\\kit, drawer -- 3"
      })
  void an_address_of_a_place_or_of_somebody_is_fine(String text) {
    assertThat(KitText.checked("keptAt", text)).isEqualTo(text);
  }

  @SuppressWarnings("NullAway") // callers that are not checked for null
  private static String nothing() {
    return null;
  }
}
