// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A span that no calendar holds is refused before there is a pair, and not in the middle. */
class LongSpansTest {

  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  @Test
  void each_setting_is_named() {
    assertThatThrownBy(() -> SimulatedPair.builder().dataSyncDuration(ENDLESS).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dataSyncDuration");
    assertThatThrownBy(() -> SimulatedPair.builder().swapMoment(ENDLESS).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("swapMoment");
    assertThatThrownBy(() -> SimulatedPair.builder().lastDataSyncAge(ENDLESS).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lastDataSyncAge");
  }

  @Test
  void the_longest_one_works_even_on_a_slow_link() {
    Duration longest = Duration.ofDays(36_600);
    SimulatedPair pair =
        SimulatedPair.builder()
            .dataSyncDuration(longest)
            .swapMoment(longest)
            .lastDataSyncAge(longest)
            .build();
    pair.changeLink(SimulatedLink.PEERS, LinkState.SLOW);

    assertThat(pair.startDataSync().isAccepted()).isTrue();
    pair.advance(Duration.ofDays(1));

    assertThat(pair.isBusy()).isTrue();
  }
}
