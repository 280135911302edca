// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** In a takeover nobody has to reach the appliance that is lost. */
final class HttpsFromClientsReachesBackup implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "network.https-from-clients-to-backup",
              "All clients reach the appliance that would become primary over HTTPS, TCP port 443",
              "Have firewalls let TCP port 443 through from all clients to that appliance.",
              "S1 \"Methods of Network Configuration for B Series Appliance Failover\"")
          .blockingOnly(Procedure.TAKEOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return HttpsFromClientsReachesBothSides.judge(facts, side);
  }
}
