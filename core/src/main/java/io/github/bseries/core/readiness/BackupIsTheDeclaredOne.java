// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.PairSide;

/** A request to become primary must reach the appliance that is meant. */
final class BackupIsTheDeclaredOne implements BackupRule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "pair.backup-is-the-declared-one",
          "The appliance that would become primary has the id that was declared",
          "Compare the ids. If the appliance was replaced, declare the new id; else correct the"
              + " address.",
          "ours, after D-HEALTH (the id of an appliance)");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts, PairSide side) {
    return DeclaredIdsAnswer.judge(facts, side);
  }
}
