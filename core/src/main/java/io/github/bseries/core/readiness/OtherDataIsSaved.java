// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.SpanText;
import java.time.Duration;
import java.time.Instant;

/** Recordings, and all but few and small files of the file store, are in no backup. */
final class OtherDataIsSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.other-data-is-saved",
          Severity.WARNING,
          "What a backup leaves out is saved in another way, no longer ago than a backup may be",
          "Save it through the Integration Client or the Reporting API, or copy the files; or write"
              + " down that there is nothing of the kind.",
          "S2 \"Back Up /login\", D-BACKUP; the age is ours");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredKit()
        .judge(
            kit ->
                Verdict.all(
                    RecoveryKit.dataBesidesNsb().stream()
                        .map(
                            item ->
                                KitParts.<DataCopy>judge(
                                    facts,
                                    item.title(),
                                    it -> it.otherData(item).orElse(null),
                                    copy -> judge(facts, item.title(), copy.savedAt())))
                        .toList()));
  }

  private static Verdict judge(PairFacts facts, String what, Instant savedAt) {
    return KitParts.judgeMade(
        facts,
        what,
        savedAt,
        () -> {
          Duration age = Duration.between(savedAt, facts.moment());
          Duration most = facts.policy().oldestBackup();
          String text = what + ": saved " + savedAt;
          return Verdict.of(
              age.compareTo(most) <= 0,
              text,
              text + ", " + SpanText.of(age) + " ago, may be " + SpanText.of(most));
        });
  }
}
