// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.PairSide;
import org.jspecify.annotations.Nullable;

/**
 * Two appliances stand in for each other only with the same software. That of a side which is not
 * seen now is remembered.
 */
final class VersionsAreTheSame implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.versions-are-the-same",
              "Both appliances run the same product version and product build",
              "Compare Product Version and Product Build on /login > Status > Information of both,"
                  + " and update the one that is behind.",
              "S1 \"Failover Dynamics and Options with BeyondTrust\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return BySide.version(facts, PairSide.NORMAL_PRIMARY)
        .with(BySide.version(facts, PairSide.NORMAL_BACKUP), VersionsAreTheSame::compare)
        .judge(verdict -> verdict);
  }

  private static Verdict compare(ApplianceVersion primary, ApplianceVersion backup) {
    String both = "normal primary runs " + primary + ", normal backup runs " + backup;
    if (isOther(primary.product(), backup.product()) || isOther(primary.build(), backup.build())) {
      return Verdict.violated(both);
    }
    if (!primary.isUnderstood() || !backup.isUnderstood()) {
      return Verdict.notJudged(
          both + "; product version or product build is not told or not understood");
    }
    return Verdict.passed(primary.equals(backup) ? "both run " + primary : both);
  }

  private static boolean isOther(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }
}
