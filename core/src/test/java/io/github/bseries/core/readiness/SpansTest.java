// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.SpanText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT1.9S, 1 s",
    "PT119S, 119 s",
    "PT2M, 2 min",
    "PT2M5S, 2 min 5 s",
    "PT1H5S, 1 h 5 s",
    "PT25H3M9S, 1 d 1 h",
    "P90D, 90 d",
    "PT-90M, -1 h 30 min"
  })
  void a_span_is_told_in_its_two_largest_units(Duration span, String text) {
    assertThat(SpanText.of(span)).isEqualTo(text);
  }

  @Test
  void a_sum_that_is_too_long_is_the_longest_there_is() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    assertThat(Spans.sum(Duration.ofSeconds(1), Duration.ofSeconds(2)))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(Spans.sum(longest.minusNanos(1), Duration.ofNanos(1))).isEqualTo(longest);
    assertThat(Spans.sum(longest, Duration.ofNanos(1))).isEqualTo(longest);
    assertThat(Spans.sum(longest, longest)).isEqualTo(longest);
  }
}
