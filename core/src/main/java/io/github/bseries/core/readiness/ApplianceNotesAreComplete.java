// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.backup.ApplianceNotes;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.pair.PairSide;
import java.util.stream.Collectors;

/** No file and no data sync holds the settings of /appliance; they are typed in again. */
final class ApplianceNotesAreComplete implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "kit.appliance-notes-are-complete",
          Severity.NOTICE,
          "The settings of /appliance of each side are written down, with the day",
          "Take pictures of the pages of /appliance that are named here, or write down that they"
              + " are not used, with the system time of the Status page.",
          "S2 \"Back Up /appliance\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            KitParts.<ApplianceNotes>judge(
                facts,
                "notes of /appliance of the " + side.title(),
                kit -> kit.side(side).notes(),
                notes -> judge(facts, side, notes)));
  }

  private static Verdict judge(PairFacts facts, PairSide side, ApplianceNotes notes) {
    String made = "notes of /appliance of the " + side.title();
    String what = made + " of " + notes.takenAt();
    return KitParts.judgeMade(facts, made, notes.takenAt(), () -> judge(what, notes));
  }

  private static Verdict judge(String what, ApplianceNotes notes) {
    return notes.undeclared().isEmpty()
        ? Verdict.passed(what + ": complete")
        : Verdict.notJudged(
            what
                + ": nothing is said of "
                + notes.undeclared().stream()
                    .map(ApplianceSetting::title)
                    .collect(Collectors.joining(", ")));
  }
}
