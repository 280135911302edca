// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;

/** An appliance that was just seen answers; of another one counts what was declared. */
final class ApiIsEnabledOnBothSides implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "control.api-enabled-on-both-sides",
              "The API is enabled on both sides",
              "Check Enable XML API on the page API Configuration of /login.",
              "S1 \"Use the BeyondTrust API to Check B Series Appliance Health and Perform"
                  + " Failover\", D-APICFG")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  static Verdict judge(PairFacts facts, PairSide side) {
    Verdict declared =
        facts
            .attested(side, "API access", DeclaredFacts::apiAccess)
            .judge(
                EachSide.told(
                    side,
                    access ->
                        Verdict.of(
                            access.xmlApi(),
                            "Enable XML API is checked",
                            "Enable XML API is not checked")));
    Verdict seen =
        facts
            .health(side)
            .judge(health -> Verdict.passed(side.title() + ": the API told its health"));
    return seen.isPassed() ? seen : declared;
  }
}
