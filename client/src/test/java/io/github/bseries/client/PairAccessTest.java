// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.AccessFinding.Outcome;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same check at both appliances of a pair. */
@Timeout(120)
class PairAccessTest {

  static List<Assumptions> variants() {
    return SimulatedPair.plausible();
  }

  private static PairClient clientOf(
      SimulatedPair simulated, SimulatedPairServer server, ApplianceAddress backup) {
    return PairClient.builder(CheckAccessTest.settings(server, simulated.account().clientSecret()))
        .primary(server.a())
        .backup(backup)
        .build();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_pair_is_fine_under_every_variant(Assumptions variant) {
    SimulatedPair simulated = SimulatedPair.builder().assumptions(variant).build();
    simulated.a().api().changeSettings(settings -> settings.apiVersion("1.24.1"));
    simulated.b().api().changeSettings(settings -> settings.apiVersion("1.24.1"));
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(simulated, server, server.b())) {
      PairAccess access = pair.checkAccess(AccessNeed.values());

      assertThat(access.isFine()).as(access.summary()).isTrue();
      assertThat(access.twoAppliances().isPassed()).isTrue();
      assertThat(access.summary())
          .contains(
              "normal primary https://", "normal backup https://", simulated.b().id().value());
    }
  }

  @Test
  void a_pair_whose_addresses_lead_to_one_appliance_is_not_fine() {
    SimulatedPair simulated = SimulatedPair.create();
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(simulated, server, server.site())) {
      PairAccess access = pair.checkAccess(AccessNeed.READ);

      assertThat(access.primary().isFine()).isTrue();
      assertThat(access.backup().isFine()).isTrue();
      assertThat(access.twoAppliances().outcome()).isEqualTo(Outcome.LACKING);
      assertThat(access.isFine()).isFalse();
    }
  }

  @Test
  void a_side_that_does_not_answer_leaves_open_whether_they_are_two() {
    SimulatedPair simulated = SimulatedPair.create();
    simulated.b().powerOff();
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        PairClient pair = clientOf(simulated, server, server.b())) {
      PairAccess access = pair.checkAccess(AccessNeed.READ);

      assertThat(access.primary().isFine()).isTrue();
      assertThat(access.twoAppliances().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(access.isFine()).isFalse();
    }
  }
}
