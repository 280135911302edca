// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCallTest {

  private static HttpCall callOf(HttpCall.Timeouts timeouts) {
    return HttpCall.get("/", Map.of(), timeouts);
  }

  /** The HTTP library counts whole milliseconds, and takes none for no limit. */
  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT-1S, 1", "PT0.000000001S, 1", "PT0.0015S, 2", "PT0.25S, 250"})
  void a_limit_of_time_is_never_shorter_than_asked_for_and_never_none(Duration asked, long millis) {
    HttpCall.Timeouts whole = HttpCall.Timeouts.ofWhole(asked);

    assertThat(whole).isEqualTo(new HttpCall.Timeouts(Duration.ofMillis(millis), whole.total()));
    assertThat(callOf(HttpCall.Timeouts.ofWhole(Duration.ofHours(1))).within(asked).totalTimeout())
        .isEqualTo(whole.total());
  }

  @Test
  void a_call_whose_only_limit_is_silence_has_no_other() {
    HttpCall call = callOf(HttpCall.Timeouts.ofSilence(Duration.ofSeconds(5)));

    assertThat(call.within(Duration.ofSeconds(1)).totalTimeout()).isEqualTo(Duration.ZERO);
    assertThat(call.within(Duration.ofSeconds(1)).idleTimeout()).isEqualTo(Duration.ofSeconds(5));
  }
}
