// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.SpanText;
import java.time.Duration;

/** What was changed since is lost in a restore. */
final class BackupsAreRecent implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.backups-are-recent",
          Severity.WARNING,
          "The newest backup of each side is recent",
          "Download a new backup, and put that on a schedule.",
          "S2 \"Back Up /login\"; the age is ours");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.judgeBackups(
        facts,
        (side, copy) -> {
          Duration age = Duration.between(copy.file().takenAt(), facts.moment());
          if (age.compareTo(facts.policy().clockTolerance().negated()) < 0) {
            return Verdict.notJudged(
                KitParts.backupOf(side)
                    + ": taken at "
                    + copy.file().takenAt()
                    + ", which is yet to come");
          }
          String text =
              KitParts.backupOf(side)
                  + ": "
                  + SpanText.of(age)
                  + " old, may be "
                  + SpanText.of(facts.policy().oldestBackup());
          return Verdict.of(age.compareTo(facts.policy().oldestBackup()) <= 0, text, text);
        });
  }
}
