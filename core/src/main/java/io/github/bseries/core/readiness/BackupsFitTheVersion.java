// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.RestoreCompatibility;
import io.github.bseries.core.backup.RestoreTarget;
import io.github.bseries.core.backup.RestoreVerdict;
import io.github.bseries.core.backup.SupportedUpgrades;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.PairSide;

/**
 * A backup of an older version may not be restored without loss, so an upgrade makes old files
 * worthless.
 */
final class BackupsFitTheVersion implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.backups-fit-the-version",
          Severity.WARNING,
          "The newest backup of each side is of the version that the side runs",
          "Download a new backup after each update, and keep the old one until it is there.",
          "S2 \"Recover /login\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.judgeBackups(
        facts,
        (side, copy) -> BySide.version(facts, side).judge(running -> judge(side, copy, running)));
  }

  /**
   * Where the target stands does not change the verdict; nor is a table of upgrades needed for it.
   */
  private static Verdict judge(PairSide side, NsbCopy copy, ApplianceVersion running) {
    RestoreTarget target = new RestoreTarget(running, RestoreTarget.Situation.UNKNOWN);
    RestoreCompatibility fit =
        RestoreCompatibility.judge(copy.version(), target, SupportedUpgrades.none());
    String text = KitParts.backupOf(side) + ": " + fit.reason();
    return fit.verdict() == RestoreVerdict.NOT_JUDGED
        ? Verdict.notJudged(text)
        : Verdict.of(fit.verdict() == RestoreVerdict.SAME_VERSION, text, text);
  }
}
