// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;

/**
 * After a failover, clients connect to the other appliance by themselves, if firewalls let them.
 */
final class HttpsFromClientsReachesBothSides implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "network.https-from-clients-to-both-sides",
              "All clients reach both appliances over HTTPS, TCP port 443",
              "Have firewalls let TCP port 443 through from all clients to the appliance that lacks"
                  + " it.",
              "S1 \"Methods of Network Configuration for B Series Appliance Failover\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  static Verdict judge(PairFacts facts, PairSide side) {
    return facts
        .attested(side, "HTTPS from clients", DeclaredFacts::httpsFromClients)
        .judge(
            EachSide.told(
                side,
                reaches ->
                    Verdict.of(
                        reaches, "all clients reach port 443", "not all clients reach port 443")));
  }
}
