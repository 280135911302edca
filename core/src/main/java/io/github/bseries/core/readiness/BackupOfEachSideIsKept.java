// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.PairSide;

/** A data sync copies the mistakes too, and leaves out the failover settings of each side. */
final class BackupOfEachSideIsKept implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.backup-of-each-side",
          Severity.WARNING,
          "A good backup of each side is kept",
          "Click Download Backup on /login > Management > Software Management of that side, or let"
              + " a program download it through the Backup API.",
          "S2 \"Back Up /login\", S2 \"Failover\"; whether a backup appliance gives one is not"
              + " documented");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return KitParts.judgeBackups(facts, (side, copy) -> judge(facts, side, copy.file()));
  }

  private static Verdict judge(PairFacts facts, PairSide side, StoredBackup file) {
    String what = KitParts.backupOf(side) + ": " + file.name();
    if (!file.isGood()) {
      return Verdict.violated(what + ", which is not whole");
    }
    return facts
        .declaredPair()
        .flatMap(
            pair ->
                Fact.ofNullable(side.of(pair).id(), "id of the " + side.title() + ": not declared"))
        .judge(
            id ->
                Verdict.of(
                    id.equals(file.appliance()),
                    what,
                    what + ", which is from " + file.appliance()));
  }
}
