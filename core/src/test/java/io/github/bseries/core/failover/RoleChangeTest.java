// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.MadeUp;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleChangeTest {

  private static final RoleChangeRequest REQUEST = RoleChangeRequest.becomeBackup(MadeUp.ONE);
  private static final ApplianceHealth SEEN = MadeUp.health(MadeUp.ONE, FailoverRole.BACKUP);

  static Stream<RoleChange> one_of_each() {
    return Stream.of(
        new RoleChange.NotSent(REQUEST, "it is backup already", SEEN),
        new RoleChange.Confirmed(REQUEST),
        new RoleChange.AwaitsSync(REQUEST),
        new RoleChange.Refused(REQUEST, "Invalid action"),
        new RoleChange.Unconfirmed(REQUEST, "the connection broke", Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @MethodSource("one_of_each")
  void each_result_is_given_to_its_own_function_as_it_is(RoleChange change) {
    String member =
        change.fold(
            notSent -> "NotSent " + (notSent == change),
            confirmed -> "Confirmed " + (confirmed == change),
            awaitsSync -> "AwaitsSync " + (awaitsSync == change),
            refused -> "Refused " + (refused == change),
            unconfirmed -> "Unconfirmed " + (unconfirmed == change));

    assertThat(member).isEqualTo(change.getClass().getSimpleName() + " true");
  }

  @Test
  void every_member_is_tried_here() {
    assertThat(one_of_each().<Class<?>>map(RoleChange::getClass))
        .containsExactlyInAnyOrder(RoleChange.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("one_of_each")
  void each_result_says_what_was_asked_for(RoleChange change) {
    assertThat(change.request()).isEqualTo(REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No PERMISSION to use the Command API.", "You lack this permission"})
  void a_refusal_that_names_a_permission_has_the_box_to_tick_as_its_remedy(String words) {
    assertThat(new RoleChange.Refused(REQUEST, words).remedy())
        .isEqualTo(
            "Set Command API to full access for the account on the page Management > API"
                + " Configuration of /login.");
  }

  @Test
  void any_other_refusal_has_the_failover_page_as_its_remedy_and_then_the_box() {
    assertThat(new RoleChange.Refused(REQUEST, "The peer cannot be reached").remedy())
        .startsWith("Read what the appliance says, and look at the page Failover of /login")
        .contains("If it is about the account, set Command API to full access")
        .endsWith("Look at the roles of both sides before you ask again.");
  }

  @Test
  void a_function_may_make_nothing() {
    RoleChange change = new RoleChange.Confirmed(REQUEST);

    assertThat(change.<Object>fold(n -> n, c -> null, a -> a, r -> r, u -> u)).isNull();
  }

  @Test
  void a_role_that_is_held_already_leaves_nothing_to_do() {
    assertThat(new RoleChange.NotSent(REQUEST, "held", SEEN).isRoleHeldAlready()).isTrue();
  }

  @Test
  void the_role_of_another_appliance_is_not_the_role_that_was_meant() {
    ApplianceHealth other = MadeUp.health(MadeUp.OTHER, FailoverRole.BACKUP);

    assertThat(new RoleChange.NotSent(REQUEST, "other", other).isRoleHeldAlready()).isFalse();
  }

  @Test
  void an_appliance_without_a_pair_holds_no_role() {
    ApplianceHealth unpaired = MadeUp.health(MadeUp.ONE, FailoverRole.NONE);

    assertThat(new RoleChange.NotSent(REQUEST, "none", unpaired).isRoleHeldAlready()).isFalse();
  }

  @Test
  void no_wait_at_all_is_fine_and_less_is_refused() {
    Duration negative = Duration.ofMillis(-1);

    assertThat(new RoleChange.Unconfirmed(REQUEST, "reset", Duration.ZERO).waited()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoleChange.Unconfirmed(REQUEST, "reset", negative))
        .withMessage("waited is PT-0.001S, must not be below zero");
  }

  @Test
  void what_is_missing_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.NotSent(null, "held", SEEN))
        .withMessage("request");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.NotSent(REQUEST, null, SEEN))
        .withMessage("reason");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.NotSent(REQUEST, "held", null))
        .withMessage("seen");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Confirmed(null))
        .withMessage("request");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.AwaitsSync(null))
        .withMessage("request");
  }

  @Test
  void what_is_missing_of_a_bad_end_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Refused(null, "no"))
        .withMessage("request");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Refused(REQUEST, null))
        .withMessage("reason");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Unconfirmed(null, "reset", Duration.ZERO))
        .withMessage("request");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Unconfirmed(REQUEST, null, Duration.ZERO))
        .withMessage("reason");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChange.Unconfirmed(REQUEST, "reset", null))
        .withMessage("waited");
  }
}
