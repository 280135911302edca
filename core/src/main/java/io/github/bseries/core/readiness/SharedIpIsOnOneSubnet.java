// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.PairSide;
import java.util.List;

/** From another subnet, the shared IP leads nowhere. */
final class SharedIpIsOnOneSubnet implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "network.shared-ip-on-one-subnet",
          "Both appliances of a pair with a shared IP are on the subnet of that address",
          "Bring both appliances and the shared IP to one subnet, or cut traffic over by DNS swing"
              + " or NAT swing.",
          "S1 \"Failover Dynamics and Options with BeyondTrust\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Cutover.judgeSharedIp(
        facts,
        shared ->
            Verdict.all(
                List.of(
                    Subnets.judgeIsOne(facts),
                    EachSide.judge(side -> judge(facts, side, shared.address())))));
  }

  private static Verdict judge(PairFacts facts, PairSide side, IpAddress shared) {
    return Subnets.of(facts, side)
        .judge(
            subnet ->
                Verdict.of(
                    subnet.contains(shared),
                    shared + " is on the subnet of the " + side.title(),
                    shared + " is not on " + subnet + ", the subnet of the " + side.title()));
  }
}
