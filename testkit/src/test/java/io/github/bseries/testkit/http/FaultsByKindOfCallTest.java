// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static io.github.bseries.testkit.http.PlainCaller.FORM;
import static io.github.bseries.testkit.http.PlainCaller.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.PlacedFault;
import io.github.bseries.testkit.SimulatedPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class FaultsByKindOfCallTest {

  private final SimulatedPair pair = SimulatedPair.builder().backupBytes(4_096).build();
  private final SimulatedPairServer server = SimulatedPairServer.start(pair);
  private final ApplianceAddress a = server.a();
  private final PlainCaller caller = new PlainCaller(server.caCertificate());
  private String token = "";

  @BeforeEach
  void ask_for_a_token() throws IOException {
    token = caller.token(a, pair.account());
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Returns the answer to a call of this kind, which is the same each time. */
  private String answer(CallKind kind) throws IOException {
    RawAnswer answer =
        switch (kind) {
          case TOKEN -> caller.post(a, "/oauth2/token", "grant_type=none", FORM);
          case BACKUP -> caller.get(a, "/api/backup", bearer(token));
          case PROBE -> caller.get(a, "/check_health");
          case OTHER -> caller.command(a, token, "action=unheard_of");
          case SET_FAILOVER_ROLE -> caller.command(a, token, "action=set_failover_role");
          default -> caller.command(a, token, "action=" + kind.label().replace('-', '_'));
        };
    return new String(answer.bytes(), StandardCharsets.ISO_8859_1);
  }

  private void assertThatItActsWhereItSays(ApplianceFault fault) throws IOException {
    for (CallKind kind : CallKind.values()) {
      String right = answer(kind);
      String id = pair.a().misbehaves(FaultRule.once(fault));
      String met = answer(kind);

      boolean usedUp = pair.callFaults().inForce().isEmpty();
      assertThat(!met.equals(right)).as("%s acts on %s", fault, kind).isEqualTo(usedUp);
      assertThat(usedUp).as("%s meets %s", fault, kind).isEqualTo(fault.actsOn(kind));
      pair.callFaults().remove(id);
    }
  }

  /** That of 100 MB is tried on one kind, elsewhere. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HUGE")
  void a_deformed_answer_differs_for_each_kind_of_call_it_acts_on(DeformedAnswer fault)
      throws IOException {
    assertThatItActsWhereItSays(fault);
  }

  @ParameterizedTest
  @EnumSource
  void a_foreign_answer_acts_on_every_kind_of_call(ForeignAnswer fault) throws IOException {
    for (CallKind kind : CallKind.values()) {
      assertThat(fault.actsOn(kind)).isTrue();
    }
    assertThatItActsWhereItSays(fault);
  }

  @Test
  void a_fault_waits_for_a_call_on_which_it_can_act() throws IOException {
    pair.a().misbehaves(DeformedAnswer.UNKNOWN_ROLE);
    pair.a().misbehaves(new ApplianceFault.EndsTokenEarly(Duration.ZERO));

    assertThat(caller.get(a, "/check_health").status()).isEqualTo(200);
    assertThat(caller.command(a, token, "action=get_appliances").body())
        .contains("<failover_role>backup</failover_role>")
        .doesNotContain("witness");
    assertThat(pair.callFaults().inForce()).extracting(PlacedFault::metCalls).containsExactly(0, 0);

    assertThat(caller.command(a, token, "action=check_health").body()).contains("witness");
    assertThat(pair.a().isTokenValid(caller.token(a, pair.account()))).isFalse();
    assertThat(pair.callFaults().inForce()).isEmpty();
  }

  @Test
  void a_standing_fault_leaves_other_kinds_of_calls_alone() throws IOException {
    pair.a().misbehaves(FaultRule.standing(DeformedAnswer.UNKNOWN_ROLE));

    assertThat(caller.command(a, token, "action=check_health").body()).contains("witness");
    assertThat(caller.command(a, token, "action=get_appliances").body()).doesNotContain("witness");
    assertThat(caller.command(a, token, "action=check_health").body()).contains("witness");
  }
}
