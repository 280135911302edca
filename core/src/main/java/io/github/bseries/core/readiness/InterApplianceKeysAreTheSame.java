// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;

/**
 * With different keys the two cannot talk to each other, so no data is synced and roles are not
 * kept in step. A backup that takes over alone does not need the key.
 */
final class InterApplianceKeysAreTheSame implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "pair.inter-appliance-keys-are-the-same",
              "Both appliances have the same inter-appliance key",
              "Copy the Inter-Appliance Pre-Shared Key on /login > Management > Security from one"
                  + " to the other.",
              "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series"
                  + " Appliances\"")
          .blockingOnly(Procedure.SWITCHOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .attested(PairSide.NORMAL_PRIMARY, "inter-appliance key", DeclaredFacts::interApplianceKey)
        .with(
            facts.attested(
                PairSide.NORMAL_BACKUP, "inter-appliance key", DeclaredFacts::interApplianceKey),
            (one, other) ->
                Verdict.of(
                    one.equals(other), "the fingerprints are the same", "the fingerprints differ"))
        .judge(verdict -> verdict);
  }
}
