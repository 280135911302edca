// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** From another subnet, the shared IP leads nowhere. */
final class SharedIpIsOnOneSubnet implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "network.shared-ip-on-one-subnet",
          "A pair with a shared IP is on one subnet",
          "Move one appliance to the subnet of the other, or cut traffic over by DNS swing or NAT"
              + " swing.",
          "S1 \"Failover Dynamics and Options with BeyondTrust\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Cutover.judgeSharedIp(facts, sharedIp -> Subnets.judgeIsOne(facts));
  }
}
