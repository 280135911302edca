// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.SpanText;
import io.github.bseries.core.sync.SyncLoad;
import io.github.bseries.core.sync.SyncPolicy;

/** Data syncs that overlap hold each other up. */
final class LoadFitsInterval implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "sync.load-fits-interval",
          Severity.WARNING,
          "A data sync is over before the next one starts",
          "Lengthen the Automatic Data-Sync Interval, or raise the Data-Sync Bandwidth Limit, on"
              + " the Failover page of the backup: its limit is the one that counts.",
          "S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Syncs.policy(facts)
        .with(Syncs.dataBytes(facts), (policy, bytes) -> judge(policy, bytes, facts))
        .judge(verdict -> verdict);
  }

  private static Verdict judge(SyncPolicy policy, long bytes, PairFacts facts) {
    Fact<Bandwidth> line = Syncs.line(facts);
    return policy
        .leastLoadOf(bytes)
        .filter(least -> !least.fitsInterval())
        .map(least -> Verdict.violated(told(least) + ", whatever the line gives"))
        .orElseGet(
            () ->
                line.map(rate -> policy.loadOf(bytes, rate))
                    .judge(load -> Verdict.of(load.fitsInterval(), told(load), told(load))));
  }

  private static String told(SyncLoad load) {
    return "a data sync takes "
        + SpanText.of(load.duration())
        + ", the next starts after "
        + SpanText.of(load.interval());
  }
}
