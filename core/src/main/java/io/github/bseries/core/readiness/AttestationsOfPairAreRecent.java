// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;

/** What was true when somebody looked need not be true today. */
final class AttestationsOfPairAreRecent implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "attestation.pair-recent",
          Severity.WARNING,
          "Nothing that was attested of the pair is older than the policy allows",
          "Look at the page again, and declare what it shows with name and date.",
          "ours: declared facts grow old");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .judge(
            pair -> {
              Ages ages = new Ages(facts);
              for (PairSide side : PairSide.values()) {
                DeclaredFacts declared = side.of(pair).declared();
                for (SideFact fact : SideFact.values()) {
                  ages.add(fact.title() + " of the " + side.title(), fact.in(declared));
                }
              }
              ages.add("swing duty", pair.swingDuty());
              ages.add("unattended automation", pair.unattendedAutomation());
              return ages.verdict();
            });
  }
}
