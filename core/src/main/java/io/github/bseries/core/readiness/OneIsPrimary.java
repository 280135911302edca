// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import java.util.List;
import java.util.Set;

/**
 * Two primaries or two backups are a moment in a swap, or a conflict; neither is a time to start
 * one.
 */
final class OneIsPrimary implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.one-is-primary",
              "Exactly one appliance is primary and the other is backup",
              "Wait for two minutes and look again. If it stays, find out which of the two has the"
                  + " data that counts, and download a backup of both: the one that becomes backup"
                  + " loses its /login settings. Then click Become Primary or Become Backup on the"
                  + " Failover page of the one that is wrong.",
              "S1 \"Resolve Conflicts in a Failover Setup\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .health(PairSide.NORMAL_PRIMARY)
        .with(facts.health(PairSide.NORMAL_BACKUP), OneIsPrimary::compare)
        .judge(verdict -> verdict);
  }

  private static Verdict compare(ApplianceHealth primary, ApplianceHealth backup) {
    if (primary.applianceId().equals(backup.applianceId())) {
      return Verdict.notJudged("one appliance answers at both addresses, so the other is not seen");
    }
    Set<FailoverRole> roles = Set.copyOf(List.of(primary.failoverRole(), backup.failoverRole()));
    return Verdict.of(
        roles.equals(Set.of(FailoverRole.PRIMARY, FailoverRole.BACKUP)),
        "normal primary is "
            + primary.failoverRole().literal()
            + ", normal backup is "
            + backup.failoverRole().literal(),
        "normal primary is "
            + primary.failoverRole().literal()
            + ", normal backup is "
            + backup.failoverRole().literal());
  }
}
