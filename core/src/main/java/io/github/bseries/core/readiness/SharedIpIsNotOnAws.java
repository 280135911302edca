// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.Platform;

/** There an address cannot move from one appliance to the other by itself. */
final class SharedIpIsNotOnAws implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "network.shared-ip-not-on-aws",
          "A pair with a shared IP does not run on AWS",
          "Cut traffic over by DNS swing or NAT swing, or move the pair.",
          "D-FOIP, D-FOGUIDE");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Cutover.judgeSharedIp(
        facts,
        sharedIp ->
            EachSide.judge(
                side ->
                    EachSide.declared(facts, side, "platform", Appliance::platform)
                        .judge(EachSide.told(side, SharedIpIsNotOnAws::judge))));
  }

  private static Verdict judge(Platform platform) {
    String seen = "runs on " + platform;
    return Verdict.of(!platform.rulesOutSharedIp(), seen, seen);
  }
}
