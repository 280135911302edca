// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** One appliance at both addresses means that the other one was not seen at all. */
final class AppliancesAreTwo implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.appliances-are-two",
              "Two different appliances answer at the two addresses",
              "Give each appliance an address of its own that does not move with the role, and"
                  + " declare that one.",
              "ours, after S1 \"Set Up a Shared IP Address for Failover B Series Appliance"
                  + " Configuration\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .health(PairSide.NORMAL_PRIMARY)
        .with(
            facts.health(PairSide.NORMAL_BACKUP),
            (primary, backup) ->
                Verdict.of(
                    !primary.applianceId().equals(backup.applianceId()),
                    "two appliances answer",
                    primary.applianceId() + " answers at both addresses"))
        .judge(verdict -> verdict);
  }
}
