// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairTimelineTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static RecordedCall call(int second, int status, ApplianceFault fault) {
    return new RecordedCall(
        NOON.plusSeconds(second),
        CallKind.SET_FAILOVER_ROLE,
        "POST",
        "/api/command",
        "support.example.com",
        Map.of("role", "backup", "action", "set_failover_role"),
        status,
        fault == null,
        fault);
  }

  @Test
  void calls_and_events_stand_in_the_order_of_time_and_then_the_state() {
    SimulatedPair pair = SimulatedPair.create();
    pair.a().api().record(call(2, 200, null));
    pair.b().api().record(call(1, RecordedCall.NO_STATUS, new ApplianceFault.Stalls()));
    pair.b().powerOff();

    String command = " POST /api/command action=set_failover_role role=backup -> ";
    assertThat(PairTimeline.of(pair).lines())
        .containsExactly(
            "2026-03-01T12:00:00Z  pair  begins with Assumptions[]",
            "2026-03-01T12:00:00Z  site  leads to a",
            "2026-03-01T12:00:00Z  b  is switched off",
            "2026-03-01T12:00:01Z  b "
                + command
                + "no answer (not carried out) [stalls: "
                + new ApplianceFault.Stalls().cause()
                + "]",
            "2026-03-01T12:00:02Z  a " + command + "200",
            "2026-03-01T12:00:00Z  a  is primary",
            "2026-03-01T12:00:00Z  b  is backup, and off");
  }

  @Test
  void what_an_appliance_complains_of_forges_no_line() {
    SimulatedPair ailing = SimulatedPair.create();
    ailing.a().ails("disk\n2026-03-01T12:00:00Z b becomes primary\u2028and more");

    assertThat(ailing.history().lines())
        .noneMatch(line -> line.startsWith("2026-03-01T12:00:00Z b"));
    assertThat(ailing.history()).doesNotContain("\u2028");
    assertThat(PairTimeline.of(ailing).lines()).noneMatch(line -> line.contains("\n"));
  }
}
