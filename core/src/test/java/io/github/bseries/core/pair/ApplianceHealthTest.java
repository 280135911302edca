// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplianceHealthTest {

  @Test
  void what_an_appliance_left_out_stays_unknown() {
    ApplianceHealth health = MadeUp.health(MadeUp.ONE, FailoverRole.NONE);

    assertThat(health.hostName()).isNull();
    assertThat(health.version()).isNull();
    assertThat(health.lastDataSync()).isNull();
    assertThat(health.errorMessages()).isEmpty();
    assertThat(health.enabledSharedIps()).isEmpty();
  }

  @Test
  void lists_are_copied() {
    List<String> messages = new ArrayList<>(List.of("disk is full"));
    List<String> sharedIps = new ArrayList<>(List.of("12.12.1.52"));
    ApplianceHealth health = health(messages, sharedIps);

    messages.clear();
    sharedIps.clear();

    assertThat(health.errorMessages()).containsExactly("disk is full");
    assertThat(health.enabledSharedIps()).containsExactly("12.12.1.52");
  }

  @Test
  void lists_cannot_be_changed() {
    ApplianceHealth health = health(new ArrayList<>(), new ArrayList<>());

    assertThat(health.errorMessages()).isUnmodifiable();
    assertThat(health.enabledSharedIps()).isUnmodifiable();
  }

  @Test
  void several_error_messages_are_kept_in_their_order() {
    assertThat(health(List.of("b", "a", "b"), List.of()).errorMessages())
        .containsExactly("b", "a", "b");
  }

  @Test
  void id_and_role_are_needed() {
    assertThatNullPointerException()
        .isThrownBy(() -> MadeUp.health(null, FailoverRole.NONE))
        .withMessage("applianceId");
    assertThatNullPointerException()
        .isThrownBy(() -> MadeUp.health(MadeUp.ONE, null))
        .withMessage("failoverRole");
  }

  @Test
  void a_missing_list_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> health(null, List.of()))
        .withMessage("errorMessages");
    assertThatNullPointerException()
        .isThrownBy(() -> health(List.of(), null))
        .withMessage("enabledSharedIps");
  }

  @Test
  void a_list_with_a_hole_is_refused() {
    assertThatNullPointerException().isThrownBy(() -> health(Arrays.asList("a", null), List.of()));
  }

  private static ApplianceHealth health(List<String> errorMessages, List<String> sharedIps) {
    return new ApplianceHealth(
        MadeUp.ONE, null, null, false, errorMessages, FailoverRole.PRIMARY, sharedIps, null);
  }
}
