// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AssessmentPolicyTest {

  private static final AssessmentPolicy DEFAULTS = AssessmentPolicy.defaults();

  @Test
  void the_window_is_longer_than_an_old_health_and_a_look() {
    assertThat(DEFAULTS.confirmWindow()).isEqualTo(Duration.ofMinutes(2));
    assertThat(DEFAULTS.withPollInterval(Duration.ofDays(1)).confirmWindow())
        .isEqualTo(Duration.ofDays(2).plusSeconds(60));
  }

  @Test
  void settings_replace_their_defaults() {
    Duration three = Duration.ofSeconds(3);

    assertThat(DEFAULTS)
        .isEqualTo(new AssessmentPolicy(Duration.ofSeconds(30), null, Duration.ofMinutes(1)));
    assertThat(
            DEFAULTS.withPollInterval(three).withOldestData(Duration.ZERO).withToleratedSkew(three))
        .isEqualTo(new AssessmentPolicy(three, Duration.ZERO, three));
    assertThat(
            DEFAULTS.withOldestData(three).withToleratedSkew(Duration.ZERO).withPollInterval(three))
        .isEqualTo(new AssessmentPolicy(three, three, Duration.ZERO));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withPollInterval(Duration.ZERO))
        .withMessage("pollInterval is PT0S, must be positive and at most a day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withPollInterval(Duration.ofDays(1).plusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withOldestData(Duration.ofSeconds(-1)))
        .withMessage("oldestData is PT-1S, must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withToleratedSkew(Duration.ofSeconds(-1)))
        .withMessage("toleratedSkew is PT-1S, must not be negative");
  }

  @Test
  void the_heavier_outweighs_and_unknown_is_never_better() {
    assertThat(Gravity.UNKNOWN.heavier(Gravity.CRITICAL)).isEqualTo(Gravity.CRITICAL);
    assertThat(Gravity.UNKNOWN.heavier(Gravity.ATTENTION)).isEqualTo(Gravity.UNKNOWN);
    assertThat(Gravity.FINE.isBetterThan(Gravity.ATTENTION)).isTrue();
    assertThat(Gravity.ATTENTION.isBetterThan(Gravity.UNKNOWN)).isTrue();
    assertThat(Gravity.ATTENTION.isBetterThan(Gravity.ATTENTION)).isFalse();
    assertThat(Gravity.UNKNOWN.isBetterThan(Gravity.CRITICAL)).isFalse();
    assertThat(Gravity.CRITICAL.isBetterThan(Gravity.UNKNOWN)).isFalse();
  }

  @Test
  void a_look_of_now_is_at_most_five_minutes_away_however_seldom_somebody_looks() {
    assertThat(AssessmentPolicy.defaults().longestNow()).isEqualTo(Duration.ofMinutes(2));
    assertThat(AssessmentPolicy.defaults().withPollInterval(Duration.ofDays(1)).longestNow())
        .isEqualTo(Duration.ofMinutes(5));
  }
}
