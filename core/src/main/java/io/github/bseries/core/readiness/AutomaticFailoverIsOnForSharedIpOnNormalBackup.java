// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.TrafficCutover;
import java.util.List;

/**
 * Where a program changes the roles, it has to be off instead: both together may end in a conflict.
 */
final class AutomaticFailoverIsOnForSharedIpOnNormalBackup implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "settings.automatic-failover-on-for-shared-ip",
          Severity.WARNING,
          "Enable Automatic Failover is on on the normal backup of a pair with a shared IP, unless"
              + " a program changes its roles",
          "Switch on Enable Backup Operations and Enable Automatic Failover on the Failover page of"
              + " the normal backup.",
          "S1 \"Best Practices for Primary and Backup Environments\"; ours: not with unattended"
              + " automation");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .map(AppliancePair::cutover)
        .judge(
            cutover ->
                cutover.fold(
                    sharedIp -> judgeSharedIp(facts),
                    AutomaticFailoverIsOnForSharedIpOnNormalBackup::yourChoice,
                    AutomaticFailoverIsOnForSharedIpOnNormalBackup::yourChoice));
  }

  private static Verdict yourChoice(TrafficCutover cutover) {
    return Verdict.passed("on or off is your choice with " + cutover.title());
  }

  private static Verdict judgeSharedIp(PairFacts facts) {
    Verdict isOn =
        FailoverPage.judge(
            facts,
            PairSide.NORMAL_BACKUP,
            settings ->
                Verdict.of(
                    FailoverPage.takesOverByItself(settings),
                    "automatic failover is on",
                    settings.automaticFailover()
                        ? "automatic failover is on, but does nothing with backup operations off"
                        : "automatic failover is off"));
    Verdict isDoneByProgram =
        Automation.isOn(facts)
            .judge(
                on ->
                    Verdict.of(
                        on,
                        "unattended automation is on in its place",
                        "unattended automation is off"));
    return Verdict.any(List.of(isOn, isDoneByProgram));
  }
}
