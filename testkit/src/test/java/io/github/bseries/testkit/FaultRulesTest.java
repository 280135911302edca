// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.testkit.ApplianceFault.LosesAnswer;
import io.github.bseries.testkit.ApplianceFault.RefusesConnections;
import io.github.bseries.testkit.ApplianceFault.Stalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultRulesTest {

  private static final ApplianceFault LOST = new LosesAnswer();

  private final SimulatedPair pair = SimulatedPair.create();

  private boolean meets(String appliance, CallKind kind) {
    return meets(pair, new ArrivingCall(appliance, false, kind, "/x", Map.of()));
  }

  private static boolean meets(SimulatedPair pair, ArrivingCall call) {
    return pair.callFaults().meet(call).isPresent();
  }

  @Test
  void a_rule_for_n_calls_acts_on_n_calls() {
    pair.a().misbehaves(FaultRule.times(2, LOST));

    assertThat(meets("b", CallKind.PROBE)).isFalse();
    assertThat(meets("a", CallKind.PROBE)).isTrue();
    assertThat(pair.callFaults().inForce()).extracting(PlacedFault::metCalls).containsExactly(1);
    assertThat(meets("a", CallKind.TOKEN)).isTrue();
    assertThat(meets("a", CallKind.TOKEN)).isFalse();
    assertThat(pair.callFaults().inForce()).isEmpty();
  }

  @Test
  void a_standing_rule_acts_until_it_is_removed() {
    String id = pair.callFaults().place(FaultRule.standing(LOST));
    for (int i = 0; i < 100; i++) {
      assertThat(meets("b", CallKind.PROBE)).isTrue();
    }

    assertThat(pair.callFaults().remove(id)).isTrue();
    assertThat(pair.callFaults().remove(id)).isFalse();
    assertThat(meets("b", CallKind.PROBE)).isFalse();
  }

  @Test
  void all_that_a_match_says_has_to_be_fulfilled() {
    CallMatch match =
        CallMatch.ANY
            .at("a")
            .of(CallKind.SET_FAILOVER_ROLE)
            .onPath("/api/command")
            .with("role", "backup")
            .and(CallMatch.ANY.with("force", "1"))
            .byOwnAddress();
    Map<String, String> parameters = Map.of("role", "backup", "force", "1", "more", "x");
    ArrivingCall fitting =
        new ArrivingCall("a", false, CallKind.SET_FAILOVER_ROLE, "/api/command", parameters);

    assertThat(match.fits(fitting)).isTrue();
    for (ArrivingCall other :
        List.of(
            new ArrivingCall("b", false, fitting.kind(), fitting.path(), parameters),
            new ArrivingCall("a", true, fitting.kind(), fitting.path(), parameters),
            new ArrivingCall("a", false, CallKind.OTHER, fitting.path(), parameters),
            new ArrivingCall("a", false, fitting.kind(), "/x", parameters),
            new ArrivingCall("a", false, fitting.kind(), fitting.path(), Map.of("force", "1")))) {
      assertThat(match.fits(other)).as(other.toString()).isFalse();
    }
  }

  @Test
  void a_match_that_no_call_can_fulfil_is_refused() {
    assertThatThrownBy(() -> CallMatch.ANY.at("a").at("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appliance cannot be a and b");
    assertThatThrownBy(() -> CallMatch.ANY.with("x", "1").with("x", "2"))
        .hasMessageContaining("x cannot be 1 and 2");
    assertThatThrownBy(() -> CallMatch.ANY.at("c")).hasMessageContaining("must be a or b");
    FaultRule forB = FaultRule.once(LOST).on(CallMatch.ANY.at("b"));
    assertThatThrownBy(() -> pair.a().misbehaves(forB))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_two_rules_the_one_acts_that_was_placed_first() {
    pair.callFaults().place(FaultRule.once(LOST));
    pair.callFaults().place(FaultRule.standing(new Stalls()));
    ArrivingCall call = new ArrivingCall("a", false, CallKind.PROBE, "/x", Map.of());

    assertThat(pair.callFaults().meet(call)).contains(LOST);
    assertThat(pair.callFaults().meet(call)).contains(new Stalls());
    pair.callFaults().removeAll();
    assertThat(pair.callFaults().meet(call)).isEmpty();
  }

  private static List<Boolean> hundredCalls(long seed) {
    SimulatedPair pair = SimulatedPair.builder().seed(seed).build();
    pair.callFaults().place(FaultRule.standing(LOST).withProbability(0.3));
    List<Boolean> met = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      met.add(meets(pair, new ArrivingCall("a", false, CallKind.PROBE, "/x", Map.of())));
    }
    return met;
  }

  @Test
  void chance_is_the_same_for_the_same_seed() {
    assertThat(hundredCalls(7)).isEqualTo(hundredCalls(7)).isNotEqualTo(hundredCalls(8));
    assertThat(hundredCalls(7)).filteredOn(met -> met).hasSizeBetween(15, 45);
  }

  @Test
  void a_call_that_chance_spares_is_not_counted() {
    pair.callFaults().place(FaultRule.times(3, LOST).withProbability(0.5));
    int met = 0;
    for (int i = 0; i < 200; i++) {
      met += meets("a", CallKind.PROBE) ? 1 : 0;
    }

    assertThat(met).isEqualTo(3);
  }

  @Test
  void refused_connections_stand_and_meet_no_call() {
    pair.b().misbehaves(FaultRule.standing(new RefusesConnections()));

    assertThat(pair.callFaults().refusesConnections("b")).isTrue();
    assertThat(pair.callFaults().refusesConnections("a")).isFalse();
    assertThat(meets("b", CallKind.PROBE)).isFalse();
    assertThatThrownBy(() -> pair.b().misbehaves(new RefusesConnections()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("let it stand, and remove it");
  }

  @Test
  void a_rule_whose_fault_can_act_on_no_call_that_fits_is_refused() {
    assertThatThrownBy(() -> pair.a().misbehaves(CallKind.TOKEN, DeformedAnswer.UNKNOWN_ROLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown-role acts on calls of check-health only, and those that fit are of token");
    assertThatThrownBy(
            () ->
                FaultRule.standing(DeformedAnswer.DEEP_NESTING)
                    .on(CallMatch.ANY.onPath("/api/backup")))
        .hasMessageContaining("deep-nesting acts on calls of check-health, set-failover-role,")
        .hasMessageEndingWith("those that fit are of backup");
    assertThatThrownBy(
            () ->
                FaultRule.once(DeformedAnswer.MISSING_SUCCESS)
                    .on(CallMatch.ANY.with("action", "get_appliances")))
        .hasMessageContaining("missing-success");
    assertThat(pair.callFaults().inForce()).isEmpty();
  }

  @Test
  void a_match_whose_kind_and_path_or_action_exclude_each_other_is_refused() {
    assertThatThrownBy(() -> CallMatch.ANY.of(CallKind.TOKEN).onPath("/api/backup"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no call fits")
        .hasMessageContaining("/api/backup");
    assertThatThrownBy(
            () -> CallMatch.ANY.of(CallKind.CHECK_HEALTH).with("action", "get_appliances"))
        .hasMessageContaining("no call fits");
    assertThatThrownBy(() -> CallMatch.ANY.with("client_secret", "x"))
        .hasMessageContaining("client_secret is secret");
    assertThat(CallMatch.ANY.of(CallKind.OTHER).onPath("/elsewhere").path())
        .isEqualTo("/elsewhere");
  }

  @Test
  void a_single_appliance_has_no_peer_to_misbehave() {
    FaultRule forB = FaultRule.once(LOST).on(CallMatch.ANY.at("b"));

    assertThatThrownBy(() -> SimulatedPair.single().callFaults().place(forB))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no b");
  }

  @Test
  void numbers_out_of_range_are_refused_by_name() {
    assertThatThrownBy(() -> FaultRule.times(0, LOST)).hasMessageContaining("times is 0");
    assertThatThrownBy(() -> FaultRule.standing(LOST).withProbability(0))
        .hasMessageContaining("probability is 0");
    assertThatThrownBy(() -> FaultRule.standing(LOST).withProbability(Double.NaN))
        .hasMessageContaining("probability is NaN");
    assertThatThrownBy(() -> new ApplianceFault.SlowsAnswer(0))
        .hasMessageContaining("bytesPerSecond is 0");
    assertThatThrownBy(() -> new AnswerPassage(-1, AnswerPassage.End.OPEN, 1))
        .hasMessageContaining("passingBytes is -1");
  }
}
