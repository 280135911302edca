// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.SpanText;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;

/** A promise that the interval cannot keep is broken in the hour when it counts. */
final class PromiseCanBeKept implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "sync.promise-can-be-kept",
          Severity.WARNING,
          "The interval, the tolerated misses and the length of a data sync leave room for the"
              + " promised recovery point",
          "Shorten the Automatic Data-Sync Interval, or promise less.",
          "ours, after S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Syncs.policy(facts)
        .judge(
            policy ->
                policy.canKeepPromise(Duration.ZERO)
                    ? withSync(policy, facts)
                    : Verdict.violated(told(policy, Duration.ZERO)));
  }

  private static Verdict withSync(SyncPolicy policy, PairFacts facts) {
    return Syncs.duration(facts, policy)
        .judge(
            sync ->
                Verdict.of(policy.canKeepPromise(sync), told(policy, sync), told(policy, sync)));
  }

  private static String told(SyncPolicy policy, Duration sync) {
    return "the copy on the backup can get "
        + SpanText.of(policy.oldestCopy(sync))
        + " old, promised were "
        + SpanText.of(policy.promisedRecoveryPoint());
  }
}
