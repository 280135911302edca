// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static io.github.bseries.testkit.CallKind.SET_FAILOVER_ROLE;
import static io.github.bseries.testkit.assertj.PairAssertions.assertThat;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.testkit.ApplianceFault.LosesAnswer;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import org.junit.jupiter.api.Test;

/** How a user tries his own failover script, {@link MyFailoverScript}. */
@SimulatedPairTest
class MyFailoverScriptTest {

  private final SimulatedPair pair;
  private final MyFailoverScript script;

  MyFailoverScriptTest(SimulatedPair pair, PairAddresses at, SimulatedAccount its) {
    var account = ApiAccount.of(its.clientId(), its.clientSecret().toCharArray());
    this.pair = pair; // whose time passes while the script waits
    this.script = new MyFailoverScript(at.a(), at.b(), at.caCertificate(), account, pair::advance);
  }

  @Test
  void it_switches_over() {
    script.run();
    assertThat(pair).hasPrimary("b").hasSiteAt("b").receivedRoleChanges(1);
  }

  @Test
  void it_asks_once_though_the_answer_is_lost() {
    pair.a().misbehaves(SET_FAILOVER_ROLE, new LosesAnswer());
    script.run();
    assertThat(pair).hasPrimary("b").receivedRoleChanges(1);
  }
}
