// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.IpAddress;
import java.util.List;

/** An address in the subnet of the pair still answers when the way out of that subnet is lost. */
final class TestIpIsOutsideSubnetsForAutomaticFailover implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "network.test-ip-outside-subnets-of-pair",
          Severity.WARNING,
          "A Network Connectivity Test IP lies outside the subnets of the pair where Enable"
              + " Automatic Failover is on",
          "Enter an address beyond the subnets of both appliances under Network Connectivity Test"
              + " IPs on the Failover page of that side.",
          "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
              + " Appliances\" (what test IPs are for); ours: that one lies outside");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return FailoverPage.judgeWhereAutomaticFailoverIsOn(
        facts, settings -> judge(facts, settings.networkConnectivityTestIps()));
  }

  private static Verdict judge(PairFacts facts, List<IpAddress> testIps) {
    if (testIps.isEmpty()) {
      return Verdict.violated("automatic failover is on, no test IP is set");
    }
    return Verdict.any(testIps.stream().map(ip -> judge(facts, ip)).toList());
  }

  private static Verdict judge(PairFacts facts, IpAddress testIp) {
    return EachSide.judge(
        side ->
            Subnets.of(facts, side)
                .judge(
                    subnet ->
                        Verdict.of(
                            !subnet.contains(testIp),
                            testIp + " is outside " + subnet,
                            testIp + " is inside " + subnet)));
  }
}
