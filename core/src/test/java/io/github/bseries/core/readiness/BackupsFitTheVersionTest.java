// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.Looks.SILENT;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.ONE;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import org.junit.jupiter.api.Test;

class BackupsFitTheVersionTest {

  private static final Rule RULE = new BackupsFitTheVersion();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE,
        WellKept.facts(),
        "newest backup of the normal primary: the backup is of 24.1.3, the target runs 24.1.3");
  }

  @Test
  void another_version_breaks_it() {
    violates(
        RULE,
        Looks.primary(Looks.version(primaryHealth(), "24.2.1 (1)")),
        "the backup is of 24.1.3, the target runs 24.2.1");
    violates(
        RULE,
        Looks.primary(Looks.version(primaryHealth(), "23.2.1 (1)")),
        "the target runs 23.2.1");
  }

  @Test
  void a_version_that_is_not_known_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
    lacks(
        RULE,
        ReadyKit.factsOfBackup(
            KitPart.ready(new NsbCopy(ReadyKit.backup(ONE, NOW).file(), null, null, null))),
        "the version of the backup is not known");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  @Test
  void the_version_of_a_side_that_is_not_seen_is_remembered() {
    passes(RULE, factsOf(Looks.round(SILENT, seen(backupHealth()))), "the target runs 24.1.3");
  }
}
