// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceId;
import org.junit.jupiter.api.Test;

class BackupOfEachSideIsKeptTest {

  private static final Rule RULE = new BackupOfEachSideIsKept();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "newest backup of the normal primary: 1.nsb");
  }

  @Test
  void a_missing_or_broken_one_breaks_it() {
    violates(
        RULE,
        ReadyKit.factsOfBackup(KitPart.lacking()),
        "newest backup of the normal primary: missing");
    violates(
        RULE,
        ReadyKit.factsOfBackup(
            KitPart.ready(ReadyKit.backup(StoredBackup.bad("1.nsb", ONE, NOW, 1)))),
        "newest backup of the normal primary: 1.nsb, which is not whole");
  }

  @Test
  void one_of_another_appliance_breaks_it() {
    ApplianceId stranger = new ApplianceId("3".repeat(32));
    violates(
        RULE,
        ReadyKit.factsOfBackup(KitPart.ready(ReadyKit.backup(stranger, NOW))),
        "which is from " + stranger);
  }

  @Test
  void a_side_that_gives_none_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.factsOfBackup(KitPart.nothingToKeep("a backup gives none")),
        "newest backup of the normal primary: none, a backup gives none");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.factsOfPrimary(side -> ApplianceKit.none()),
        "newest backup of the normal primary: not declared");
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "id of the normal backup: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }
}
