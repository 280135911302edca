// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.NatSwing;
import org.junit.jupiter.api.Test;

/** What belongs to one pair is refused by another one. */
class OtherPairsTest {

  private static SimulatedPair swingable() {
    return SimulatedPair.builder().cutover(new NatSwing(null)).build();
  }

  @Test
  void the_site_cannot_be_swung_to_an_appliance_of_another_pair() {
    SimulatedPair pair = swingable();
    SimulatedPair other = swingable();

    assertThatThrownBy(() -> pair.swingSite(other.a()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not one of this pair");

    assertThat(pair.siteHolder()).contains(pair.a());
    pair.swingSite(pair.b());
    assertThat(pair.siteHolder()).contains(pair.b());
  }
}
