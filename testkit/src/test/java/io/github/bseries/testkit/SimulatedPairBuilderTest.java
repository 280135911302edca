// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedPairBuilderTest {

  private final SimulatedPairBuilder builder = SimulatedPair.builder();

  @Test
  void each_setting_that_makes_no_sense_is_named() {
    assertRefused(SimulatedPair.builder().backupBytes(0), "backupBytes is 0");
    assertRefused(SimulatedPair.builder().swapMoment(Duration.ofMillis(-1)), "swapMoment");
    assertRefused(
        SimulatedPair.builder().dataSyncDuration(Duration.ofMillis(-1)), "dataSyncDuration");
    assertRefused(
        SimulatedPair.builder().lastDataSyncAge(Duration.ofMillis(-1)), "lastDataSyncAge");
    assertRefused(SimulatedPair.builder().siteName("no name"), "siteName");
  }

  @Test
  void the_name_of_the_site_is_kept_in_lower_case() {
    assertThat(builder.siteName("SITE.Example.COM").build().siteName())
        .isEqualTo("site.example.com");
  }

  @Test
  void a_pair_may_have_no_shared_ip() {
    assertThat(builder.sharedIp(null).build().a().health().enabledSharedIps()).isEmpty();
  }

  @Test
  void a_builder_can_be_used_again() {
    SimulatedPair one = builder.build();
    SimulatedPair two = builder.build();

    one.advance(Duration.ofHours(1));

    assertThat(two.time().instant()).isBefore(one.time().instant());
  }

  private static void assertRefused(SimulatedPairBuilder settings, String words) {
    assertThatThrownBy(settings::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(words);
  }
}
