// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import static io.github.bseries.testkit.assertj.PairAssertions.assertThat;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.testkit.ApplianceFault.LosesAnswer;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a user would write to try his own failover script, here {@link #switchOver}. */
@SimulatedPairTest
class MyFailoverScriptTest {

  private static void switchOver(PairClient pair) {
    var id = pair.primary().checkHealth().applianceId();
    RoleChange change = pair.primary().setFailoverRole(RoleChangeRequest.becomeBackup(id));
    pair.awaitRoles(change.request(), Duration.ofMinutes(5), look -> {});
  }

  private static PairClient client(SimulatedPair pair, PairAddresses at, SimulatedAccount its) {
    var account = ApiAccount.of(its.clientId(), its.clientSecret().toCharArray());
    return PairClient.builder(
            ApplianceClient.builder().account(account).trustedCertificates(at.caCertificate()))
        .primary(at.a())
        .backup(at.b())
        .waiter(pair::advance) // while the script waits, the pair's time passes
        .build();
  }

  @Test
  void it_switches_over(SimulatedPair pair, PairAddresses at, SimulatedAccount account) {
    try (PairClient client = client(pair, at, account)) {
      switchOver(client);
    }
    assertThat(pair).hasPrimary("b").hasSiteAt("b").receivedRoleChanges(1);
  }

  @Test
  void it_asks_once_though_the_answer_is_lost(
      SimulatedPair pair, PairAddresses at, SimulatedAccount account) {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new LosesAnswer());
    try (PairClient client = client(pair, at, account)) {
      switchOver(client);
    }
    assertThat(pair).hasPrimary("b").receivedRoleChanges(1);
  }
}
