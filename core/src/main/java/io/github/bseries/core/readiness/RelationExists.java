// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.FailoverRole;

/** Without a relation there is no role that could be changed in step. */
final class RelationExists implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.relation-exists",
              "Both appliances stand in a failover relationship",
              "Download a backup of both first. Then establish the relationship on the Failover"
                  + " page of the appliance that serves users and has the current data (New Backup"
                  + " Site Connection Details, Reverse Connection Details, Establish Relationship;"
                  + " use the unique IP addresses): about a minute later the data of the other one"
                  + " is overwritten.",
              "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
                  + " Appliances\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            facts
                .health(side)
                .judge(
                    health ->
                        Verdict.of(
                            health.failoverRole() != FailoverRole.NONE,
                            side.title() + " is " + health.failoverRole().literal(),
                            side.title() + " stands in no relationship")));
  }
}
