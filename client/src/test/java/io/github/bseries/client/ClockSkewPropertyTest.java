// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ClockSkewPropertyTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00.250Z");

  @Property
  void the_true_skew_is_always_within_what_is_told(
      @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long skewMillis,
      @ForAll @LongRange(min = 0, max = 600_000) long tookMillis,
      @ForAll @LongRange(min = 0, max = 100) long percent) {
    Instant readAt = START.plusMillis(tookMillis * percent / 100);
    Instant told = readAt.minusMillis(skewMillis).truncatedTo(ChronoUnit.SECONDS);

    ClockSkew skew = ClockSkew.of(START, Duration.ofMillis(tookMillis), told);

    assertThat(skew.localMinusServer().minusMillis(skewMillis).abs())
        .isLessThanOrEqualTo(skew.uncertainty());
  }

  @Property
  void it_is_never_within_and_above_at_once(
      @ForAll @LongRange(min = -10_000, max = 10_000) long millis,
      @ForAll @LongRange(min = 0, max = 10_000) long uncertain,
      @ForAll @LongRange(min = 0, max = 10_000) long tolerated) {
    ClockSkew skew = new ClockSkew(Duration.ofMillis(millis), Duration.ofMillis(uncertain));
    Duration limit = Duration.ofMillis(tolerated);

    assertThat(skew.isWithin(limit) && skew.exceeds(limit)).isFalse();
    assertThat(skew.isWithin(limit)).isEqualTo(Math.abs(millis) + uncertain <= tolerated);
    assertThat(skew.exceeds(limit)).isEqualTo(Math.abs(millis) - uncertain > tolerated);
  }

  @Example
  void it_is_told_in_words_with_a_point_in_every_language() {
    ClockSkew ahead = new ClockSkew(Duration.ofMillis(3_200), Duration.ofMillis(600));
    ClockSkew behind = new ClockSkew(Duration.ofMillis(-3_200), Duration.ZERO);

    assertThat(ahead.summary())
        .isEqualTo("the local clock is 3.2 s ahead of that of the appliance, give or take 0.6 s");
    assertThat(behind.summary())
        .isEqualTo("the local clock is 3.2 s behind that of the appliance, give or take 0.0 s");
  }

  @Example
  void an_uncertainty_below_zero_is_refused() {
    assertThatThrownBy(() -> new ClockSkew(Duration.ZERO, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("uncertainty is PT-0.001S");
  }
}
