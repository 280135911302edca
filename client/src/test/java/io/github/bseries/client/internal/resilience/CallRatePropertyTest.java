// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CallRatePropertyTest {

  private static final Duration PATIENT = Duration.ofDays(300);

  private static void keepsTo(List<Long> moments, int limit, Duration span) {
    for (int i = limit; i < moments.size(); i++) {
      assertThat(moments.get(i) - moments.get(i - limit)).isGreaterThanOrEqualTo(span.toNanos());
    }
  }

  @Property
  void no_second_and_no_hour_has_more_calls_than_allowed_wherever_it_begins(
      @ForAll @IntRange(min = 1, max = 6) int perSecond,
      @ForAll @IntRange(min = 1, max = 40) int perHour,
      @ForAll @Size(max = 120) List<@LongRange(min = 0, max = 2_000_000_000L) Long> gapsNanos,
      @ForAll @LongRange(min = Long.MAX_VALUE - 1_000_000_000L, max = Long.MAX_VALUE) long start) {
    CallRate rate = new CallRate(perSecond, perHour);
    List<Long> moments = new ArrayList<>();
    long now = 0;

    for (long gap : gapsNanos) {
      now += gap;
      moments.add(now + rate.book(start + now, PATIENT).toNanos());
    }

    assertThat(moments).isSorted();
    keepsTo(moments, perSecond, Duration.ofSeconds(1));
    keepsTo(moments, perHour, Duration.ofHours(1));
  }

  @Property
  void nobody_waits_longer_than_needed(
      @ForAll @IntRange(min = 1, max = 100) int perSecond,
      @ForAll @IntRange(min = 0, max = 300) int count) {
    CallRate rate = new CallRate(perSecond, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      rate.book(0, PATIENT);
    }

    assertThat(rate.book(0, PATIENT)).isEqualTo(Duration.ofSeconds(count / perSecond));
  }

  @Property
  void whoever_has_no_patience_changes_nothing(
      @ForAll @IntRange(min = 1, max = 100) int perSecond,
      @ForAll @IntRange(min = 0, max = 20) int impatient) {
    CallRate rate = new CallRate(perSecond, Integer.MAX_VALUE);
    for (int i = 0; i < perSecond; i++) {
      assertThat(rate.book(0, Duration.ZERO)).isZero();
    }

    for (int i = 0; i < impatient; i++) {
      assertThat(rate.book(0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    }

    assertThat(rate.book(0, PATIENT)).isEqualTo(Duration.ofSeconds(1));
    assertThat(rate.book(Duration.ofSeconds(3).toNanos(), Duration.ZERO)).isZero();
  }
}
