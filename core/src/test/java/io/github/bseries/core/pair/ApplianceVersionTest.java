// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplianceVersionTest {

  private static final String RECORDED = "19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)";

  @Test
  void the_recorded_form_is_parted_into_product_and_build() {
    ApplianceVersion version = ApplianceVersion.parse(RECORDED);

    assertThat(version)
        .isEqualTo(
            new ApplianceVersion(
                RECORDED, "19.1.8", "37380-749b17ca33d2475427428f263608ae98d69f7a35"));
  }

  @Test
  void a_number_without_a_build_has_no_build() {
    assertThat(ApplianceVersion.parse("24.3.1"))
        .isEqualTo(new ApplianceVersion("24.3.1", "24.3.1", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta",
        "24.3 beta (1)",
        "24.3 ()",
        "24.3 (1) (2)",
        "24.3 (a b)",
        "24.3 (\u2003)",
        "24.3 (\u001e)",
        "24.3 (37380\u00a0)",
        "24.",
        "1.2.3.4.5.6.7.8.9",
        "٢٤.3"
      })
  void another_form_is_kept_as_text_without_parts(String text) {
    assertThat(ApplianceVersion.parse(text)).isEqualTo(new ApplianceVersion(text, null, null));
  }

  @Test
  void white_space_around_the_text_is_ignored() {
    ApplianceVersion parsed = ApplianceVersion.parse("\n\t" + RECORDED + "\n");

    assertThat(parsed).isEqualTo(ApplianceVersion.parse(RECORDED)).hasToString(RECORDED);
  }

  @Test
  void white_space_around_the_text_is_ignored_without_parsing_too() {
    assertThat(new ApplianceVersion(" 24.3 ", "24.3", null).text()).isEqualTo("24.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_blank_version_is_refused(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApplianceVersion.parse(blank))
        .withMessage("appliance version is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceVersion(blank, null, null))
        .withMessage("appliance version is blank");
  }

  @Test
  void a_blank_part_is_refused_since_null_says_unknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceVersion("24.3", " ", null))
        .withMessageStartingWith("product is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApplianceVersion("24.3", null, ""))
        .withMessageStartingWith("build is blank");
  }

  @Test
  void no_text_at_all_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> ApplianceVersion.parse(null))
        .withMessage("text");
    assertThatNullPointerException()
        .isThrownBy(() -> new ApplianceVersion(null, "24.3", null))
        .withMessage("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.", "1 ", "1(", "(1)", " (1"})
  void a_long_hostile_text_costs_no_more_than_a_short_one(String part) {
    String text = "1" + part.repeat(200_000);

    assertThat(CompletableFuture.supplyAsync(() -> ApplianceVersion.parse(text).text()))
        .succeedsWithin(ofSeconds(5))
        .isEqualTo(text.strip());
  }
}
