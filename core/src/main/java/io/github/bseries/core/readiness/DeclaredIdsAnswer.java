// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.PairSide;

/**
 * An appliance that was replaced, or that answers at the wrong address, is not the one that was
 * judged.
 */
final class DeclaredIdsAnswer implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.declared-ids-answer",
              "At each address the appliance answers that was declared there",
              "Compare the ids. If the appliance was replaced, declare the new id; else correct the"
                  + " address.",
              "ours, after D-HEALTH (the id of an appliance)")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  /** Returns the verdict on one side. */
  static Verdict judge(PairFacts facts, PairSide side) {
    return facts
        .declaredPair()
        .flatMap(
            pair ->
                Fact.ofNullable(side.of(pair).id(), "id of the " + side.title() + ": not declared"))
        .with(
            facts.health(side).map(ApplianceHealth::applianceId),
            (declared, seen) ->
                Verdict.of(
                    declared.equals(seen),
                    side.title() + " is " + seen,
                    side.title() + " is " + seen + ", declared was " + declared))
        .judge(verdict -> verdict);
  }
}
