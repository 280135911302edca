// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/**
 * A takeover loses all that came since the last data sync. A switchover syncs first, and loses
 * nothing.
 */
final class ExposureIsWithinPromise implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "sync.exposure-is-within-promise",
              "A takeover now would lose no more than the promised recovery point allows",
              "While the primary runs, click Sync Now on the Failover page. If it is lost, bring it"
                  + " back, or have somebody accept the loss by name.",
              "S1 \"Perform Failover for Unplanned Maintenance\"")
          .blockingOnly(Procedure.TAKEOVER);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Syncs.policy(facts)
        .judge(policy -> LastSync.judgeAge(facts, policy.promisedRecoveryPoint()));
  }
}
