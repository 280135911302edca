// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;

/**
 * While the roles are swapped, the settings of the normal primary are in force, and they switch
 * backup operations off.
 */
final class RolesAreNormal implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.roles-are-normal",
          Severity.WARNING,
          "The normal primary is primary, and the normal backup is backup",
          "Return to the normal roles when the reason for the swap is gone. If nothing was changed"
              + " in /login since the last data sync: Become Primary with a data sync. If something"
              + " was: swap back without one, make the changes again from your list, then sync.",
          "S1 \"Best Practices for Primary and Backup Environments\", S1 \"Perform Failover for"
              + " Unplanned Maintenance\"");

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
                            health.failoverRole() == normal(side),
                            side.title() + " is " + health.failoverRole().literal(),
                            side.title() + " is " + health.failoverRole().literal())));
  }

  private static FailoverRole normal(PairSide side) {
    return side == PairSide.NORMAL_PRIMARY ? FailoverRole.PRIMARY : FailoverRole.BACKUP;
  }
}
