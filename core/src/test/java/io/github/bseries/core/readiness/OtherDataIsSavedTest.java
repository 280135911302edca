// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbItem;
import io.github.bseries.core.backup.RecoveryKit;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherDataIsSavedTest {

  private static final Rule RULE = new OtherDataIsSaved();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "session recordings: saved 2026-02-28T12:00:00Z");
  }

  @Test
  void one_kind_that_is_missing_breaks_it() {
    violates(
        RULE,
        ReadyKit.facts(kit -> kit.otherData(NsbItem.LARGE_STORED_FILES, said(KitPart.lacking()))),
        "large files of the file store: missing");
  }

  @Test
  void each_kind_is_asked_for_whatever_is_known_of_product_and_backups() {
    for (PairFacts facts :
        List.of(WellKept.facts(), WellKept.facts().toBuilder().pair(null).build())) {
      lacks(
          RULE,
          facts.toBuilder().recoveryKit(RecoveryKit.none()).build(),
          "session recordings: not declared; command shell recordings: not declared; presentation"
              + " recordings: not declared; Show My Screen recordings: not declared; large files of"
              + " the file store: not declared; files of the file store beyond the first 50: not"
              + " declared");
    }
  }

  @Test
  void without_a_kit_it_is_not_judged() {
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }
}
