// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What people change on an appliance has to find it on. */
class ChangesByHandTest {

  private final SimulatedPair pair = SimulatedPair.create();

  @Test
  void an_appliance_that_is_off_takes_no_changes() {
    pair.a().powerOff();

    assertThatIllegalStateException()
        .isThrownBy(() -> pair.a().change("session-reports"))
        .withMessage("a is off");
    assertThatIllegalStateException().isThrownBy(pair.a()::changeSettings).withMessage("a is off");
    assertThat(pair.a().data().of("login-settings")).containsExactly(0);
    pair.a().powerOn();
    assertThat(pair.a().changeSettings()).isEqualTo(1);
  }

  @Test
  void what_the_peer_has_is_taken_over_while_both_are_on() {
    int key = pair.b().change("inter-appliance-key");
    pair.b().powerOff();
    assertThatIllegalStateException()
        .isThrownBy(() -> pair.a().mirrorByHand("inter-appliance-key"))
        .withMessage("b is off");
    pair.a().powerOff();
    pair.b().powerOn();
    assertThatIllegalStateException()
        .isThrownBy(() -> pair.a().mirrorByHand("inter-appliance-key"))
        .withMessage("a is off");

    pair.a().powerOn();
    pair.a().mirrorByHand("inter-appliance-key");

    assertThat(pair.a().data().of("inter-appliance-key")).contains(key);
  }
}
