// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;
import java.util.stream.Stream;

/**
 * Two appliances with one address collide, and users reach neither for sure. A takeover is not held
 * up by it: whether a lost primary holds the address cannot be seen.
 */
final class SharedIpIsHeldOnce implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.shared-ip-is-held-once",
              "The shared IP is not enabled on both appliances",
              "Disable the shared IP on the backup: /appliance > Networking > IP Configuration.",
              "S1 \"Methods of Network Configuration for B Series Appliance Failover\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return SharedIps.judge(
        facts,
        ip ->
            Verdict.any(
                Stream.of(PairSide.values())
                    .map(
                        side ->
                            facts
                                .health(side)
                                .judge(
                                    health ->
                                        Verdict.of(
                                            !SharedIps.holds(health, ip),
                                            side.title() + " does not hold " + ip,
                                            side.title() + " holds " + ip)))
                    .toList()));
  }
}
