// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoleLayoutPropertyTest {

  @Property
  void the_order_of_the_sides_does_not_matter(
      @ForAll("observations") Observation one, @ForAll("observations") Observation other) {
    assertThat(RoleLayout.of(one, other)).isEqualTo(RoleLayout.of(other, one));
  }

  @Property
  void a_primary_is_named_only_when_there_is_exactly_one(
      @ForAll("observations") Observation one, @ForAll("observations") Observation other) {
    PairSnapshot pair = new PairSnapshot(one, other, null);

    boolean onePrimary = pair.layout() == RoleLayout.ONE_PRIMARY;

    assertThat(pair.currentPrimary().isPresent()).isEqualTo(onePrimary);
    assertThat(pair.currentBackup().isPresent()).isEqualTo(onePrimary);
  }

  @Property
  void roles_of_two_appliances_are_needed_to_speak_of_both(
      @ForAll("observations") Observation one, @ForAll("observations") Observation other) {
    boolean twoSeen =
        one.health().isPresent()
            && other.health().isPresent()
            && !new PairSnapshot(one, other, null).isOneApplianceTwice();

    if (!twoSeen) {
      assertThat(RoleLayout.of(one, other)).isIn(RoleLayout.PARTLY_SEEN, RoleLayout.NOT_PAIRED);
    }
  }

  @Provide
  Arbitrary<Observation> observations() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(MadeUp.ONE, MadeUp.OTHER), Arbitraries.of(FailoverRole.class))
            .as(MadeUp::seen),
        Arbitraries.of(MadeUp.unreadable(), MadeUp.silent()));
  }
}
