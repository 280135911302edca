// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.RecoveryKit;

/** Recordings, and all but few and small files of the file store, are in no backup. */
final class OtherDataIsSaved implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.other-data-is-saved",
          Severity.WARNING,
          "What a backup leaves out is saved in another way",
          "Save it through the Integration Client or the Reporting API, or copy the files; or write"
              + " down that there is nothing of the kind.",
          "S2 \"Back Up /login\", D-BACKUP");

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
                                    copy ->
                                        Verdict.passed(item.title() + ": saved " + copy.savedAt())))
                        .toList()));
  }
}
