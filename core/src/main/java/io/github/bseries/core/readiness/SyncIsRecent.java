// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/** What was not synced is not on the backup. */
final class SyncIsRecent implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "sync.is-recent",
          Severity.WARNING,
          "The last data sync is no longer ago than the interval and the tolerated misses allow",
          "Click Sync Now on the Failover page, and find out why the automatic data sync did not"
              + " run: Enable Backup Operations of the backup, the inter-appliance key, the network"
              + " between the two.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Syncs.policy(facts)
        .judge(policy -> LastSync.judgeAge(facts, policy.longestToleratedGap()));
  }
}
