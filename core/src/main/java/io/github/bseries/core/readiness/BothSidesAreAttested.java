// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import java.util.List;
import java.util.stream.Stream;

/** What nobody declared is asked by some rule, and that rule cannot be judged. */
final class BothSidesAreAttested implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "attestation.both-sides-attested",
          Severity.WARNING,
          "Everything that no API tells is declared of both appliances",
          "Read what is missing off the pages of the appliance, and declare it with name and date.",
          "ours: what is not declared cannot be judged");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .judge(
            pair ->
                EachSide.judge(
                    side ->
                        EachSide.<DeclaredFacts>told(side, BothSidesAreAttested::judge)
                            .apply(side.of(pair).declared())));
  }

  private static Verdict judge(DeclaredFacts declared) {
    List<String> missing =
        Stream.of(SideFact.values())
            .filter(fact -> fact.in(declared) == null)
            .map(SideFact::title)
            .toList();
    return Verdict.of(
        missing.isEmpty(), "all is declared", "not declared: " + String.join(", ", missing));
  }
}
