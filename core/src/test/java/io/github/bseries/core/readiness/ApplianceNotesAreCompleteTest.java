// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.ApplianceNotes;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.backup.KitPart;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplianceNotesAreCompleteTest {

  private static final Rule RULE = new ApplianceNotesAreComplete();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE,
        WellKept.facts(),
        "notes of /appliance of the normal primary of 2026-02-28T12:00:00Z: complete");
  }

  @Test
  void no_notes_break_it() {
    violates(RULE, notes(KitPart.lacking()), "notes of /appliance of the normal primary: missing");
  }

  @Test
  void what_is_not_needed_need_not_be_written() {
    passes(
        RULE,
        notes(
            KitPart.ready(
                new ApplianceNotes(
                    NOW,
                    EnumSet.complementOf(EnumSet.of(ApplianceSetting.SNMP)),
                    Set.of(ApplianceSetting.SNMP),
                    null))),
        "complete");
  }

  @Test
  void what_nobody_speaks_of_is_not_judged() {
    lacks(
        RULE,
        notes(
            KitPart.ready(
                ReadyKit.notes(
                    EnumSet.complementOf(
                        EnumSet.of(ApplianceSetting.SNMP, ApplianceSetting.SYSLOG))))),
        "nothing is said of SNMP, syslog");
  }

  @Test
  void notes_of_a_day_to_come_are_not_judged() {
    lacks(
        RULE,
        notes(
            KitPart.ready(
                new ApplianceNotes(
                    NOW.plusSeconds(61), EnumSet.allOf(ApplianceSetting.class), Set.of(), null))),
        "which is yet to come");
    passes(
        RULE,
        notes(
            KitPart.ready(
                new ApplianceNotes(
                    NOW.plusSeconds(60), EnumSet.allOf(ApplianceSetting.class), Set.of(), null))),
        "complete");
  }

  @Test
  void what_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        ReadyKit.factsOfPrimary(side -> ApplianceKit.none()),
        "notes of /appliance of the normal primary: not declared");
    lacks(RULE, ReadyKit.noKit(), "no recovery kit was declared");
  }

  private static PairFacts notes(KitPart<ApplianceNotes> notes) {
    return ReadyKit.factsOfPrimary(side -> side.withNotes(said(notes)));
  }
}
