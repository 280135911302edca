// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteObservationTest {

  private static final String SITE = "support.example.com";

  @Test
  void the_appliance_that_was_seen_is_the_one_that_answers() {
    Observation seen = MadeUp.seen(MadeUp.OTHER, FailoverRole.PRIMARY);

    assertThat(new SiteObservation(SITE, seen).answeredBy()).contains(MadeUp.OTHER);
  }

  @Test
  void without_a_health_nobody_can_be_named() {
    assertThat(new SiteObservation(SITE, MadeUp.unreadable()).answeredBy()).isEmpty();
    assertThat(new SiteObservation(SITE, MadeUp.silent()).answeredBy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_name_is_refused(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteObservation(blank, MadeUp.silent()))
        .withMessage("siteName is blank");
  }

  @Test
  void what_is_missing_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> new SiteObservation(null, MadeUp.silent()))
        .withMessage("siteName");
    assertThatNullPointerException()
        .isThrownBy(() -> new SiteObservation(SITE, null))
        .withMessage("observation");
  }
}
