// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplianceIdTest {

  private static final String DIGITS = "50adeb59f0f04163b09b7591af1949ea";

  @Test
  void an_id_prints_as_its_digits() {
    assertThat(new ApplianceId(DIGITS)).hasToString(DIGITS);
  }

  @Test
  void two_spellings_of_one_id_are_equal() {
    ApplianceId upper = new ApplianceId("50ADEB59F0F04163B09B7591AF1949EA");

    assertThat(upper).isEqualTo(new ApplianceId(DIGITS)).hasSameHashCodeAs(new ApplianceId(DIGITS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "                                ",
        "50adeb59f0f04163b09b7591af1949e",
        "50adeb59f0f04163b09b7591af1949ea0",
        "50adeb59-f0f0-4163-b09b-7591af1949ea",
        " 50adeb59f0f04163b09b7591af1949ea",
        "50adeb59f0f04163b09b7591af1949ea\n",
        "g0adeb59f0f04163b09b7591af1949ea",
        "ı0adeb59f0f04163b09b7591af1949ea",
        "٣0adeb59f0f04163b09b7591af1949ea"
      })
  void anything_but_32_hexadecimal_digits_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceId(text))
        .withMessageStartingWith("appliance id is \"")
        .withMessageEndingWith("\", must be 32 hexadecimal digits without dashes");
  }

  @Test
  void a_message_about_a_long_text_is_one_short_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceId("<html>\r\n".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200));
  }

  @Test
  void no_text_at_all_is_refused_by_name() {
    assertThatNullPointerException().isThrownBy(() -> new ApplianceId(null)).withMessage("value");
  }
}
