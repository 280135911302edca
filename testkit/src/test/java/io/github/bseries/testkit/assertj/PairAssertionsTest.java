// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.assertj;

import static io.github.bseries.testkit.assertj.PairAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairAssertionsTest {

  private final SimulatedPair pair = SimulatedPair.create();

  private Observation seen(SimulatedAppliance appliance) {
    return new Observation.Seen(appliance.health(), pair.time().instant(), null);
  }

  private PairSnapshot snapshot() {
    return new PairSnapshot(seen(pair.a()), seen(pair.b()), null);
  }

  @Test
  void what_is_true_of_a_pair_passes() {
    assertThat(pair)
        .hasPrimary("a")
        .hasLayout(RoleLayout.ONE_PRIMARY)
        .hasSiteAt("a")
        .isQuiet()
        .receivedRoleChanges(0)
        .receivedCalls(CallKind.CHECK_HEALTH, 0);

    pair.b().setFailoverRole(FailoverRole.PRIMARY, false, false);
    assertThat(pair).hasLayout(RoleLayout.BOTH_BACKUP).receivedRoleChanges(1);
    pair.advance(Duration.ofSeconds(5));

    assertThat(pair).hasPrimary("b").hasSiteAt("b");
    assertThat(SimulatedPair.single()).hasLayout(RoleLayout.NOT_PAIRED);
  }

  @Test
  void what_is_not_true_of_a_pair_fails_with_what_is_and_with_the_timeline() {
    pair.a()
        .api()
        .record(
            new RecordedCall(
                pair.time().instant(),
                CallKind.PROBE,
                "GET",
                "/check_health",
                "h",
                Map.of(),
                200,
                true,
                null));

    assertThatThrownBy(() -> assertThat(pair).hasPrimary("b"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("primary to be b alone, but it is [a]")
        .hasMessageContaining("2026-03-01T12:00:00Z  a  GET /check_health -> 200")
        .hasMessageContaining("2026-03-01T12:00:00Z  b  is backup");
    assertThatThrownBy(() -> assertThat(pair).hasLayout(RoleLayout.BOTH_PRIMARY))
        .hasMessageContaining("to be BOTH_PRIMARY, but it is ONE_PRIMARY");
    assertThatThrownBy(() -> assertThat(pair).hasSiteAt("b"))
        .hasMessageContaining("the site to be at b, but it is at a");
    assertThatThrownBy(() -> assertThat(pair).receivedRoleChanges(1))
        .hasMessageContaining("1 requests to change a role, but there were 0");
    assertThatThrownBy(() -> assertThat(pair).receivedCalls(CallKind.PROBE, 0))
        .hasMessageContaining("0 calls of the kind PROBE, but there were 1");
    pair.startDataSync();
    assertThatThrownBy(() -> assertThat(pair).isQuiet()).hasMessageContaining("under way");
    assertThatThrownBy(() -> assertThat(pair).hasPrimary("c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> assertThat((SimulatedPair) null).hasPrimary("a"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void what_was_seen_of_a_pair_is_asserted_by_id() {
    assertThat(snapshot())
        .hasLayout(RoleLayout.ONE_PRIMARY)
        .hasPrimary(pair.a().id())
        .hasBackup(pair.b().id());

    assertThatThrownBy(() -> assertThat(snapshot()).hasPrimary(pair.b().id()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("but it is " + pair.a().id())
        .hasMessageContaining("Seen:");
    assertThatThrownBy(() -> assertThat(snapshot()).hasBackup(pair.a().id()))
        .hasMessageContaining("but it is " + pair.b().id());
    pair.b().setFailoverRole(FailoverRole.PRIMARY, false, false);
    assertThatThrownBy(() -> assertThat(snapshot()).hasPrimary(pair.a().id()))
        .hasMessageContaining("none, or not the only one");
    assertThatThrownBy(() -> assertThat(snapshot()).hasLayout(RoleLayout.ONE_PRIMARY))
        .hasMessageContaining("but it is BOTH_BACKUP");
  }
}
