// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

class PlausibleVariantsPropertyTest {

  private static final List<Assumptions> VARIANTS = Assumptions.plausible();

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void every_two_behaviours_of_two_switches_meet_in_a_variant(
      @ForAll AssumedBehaviour one, @ForAll AssumedBehaviour other) {
    boolean canMeet = one.ofSwitch() != other.ofSwitch() || one == other;

    assertThat(VARIANTS.stream().anyMatch(it -> it.include(one) && it.include(other)))
        .isEqualTo(canMeet);
  }
}
