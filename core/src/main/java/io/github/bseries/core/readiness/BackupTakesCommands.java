// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;
import java.util.List;

/** In a takeover only the appliance that would become primary is asked to change its role. */
final class BackupTakesCommands implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "control.backup-takes-commands",
              "The appliance that would become primary lets the API account change its role",
              "Check Enable XML API, and set Command API to full access for the account, on the"
                  + " page API Configuration of /login.",
              "S1 \"Use the BeyondTrust API to Check B Series Appliance Health and Perform"
                  + " Failover\", D-ROLE, D-APICFG, S-CFG")
          .blockingOnly(Procedure.TAKEOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return Verdict.all(
        List.of(
            ApiIsEnabledOnBothSides.judge(facts, side),
            ApiAccountMayChangeRoles.judge(facts, side)));
  }
}
