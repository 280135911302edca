// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.SpanText;

/** A policy that is not what the appliance does judges another pair. */
final class IntervalIsAsPromised implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "sync.interval-is-as-promised",
          Severity.WARNING,
          "The Automatic Data-Sync Interval of the normal backup is that of the sync policy",
          "Set the interval of the policy on the Failover page of the normal backup, or correct the"
              + " policy.",
          "ours, after S1 \"Best Practices for Primary and Backup Environments\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return Syncs.policy(facts)
        .with(
            facts
                .attested(PairSide.NORMAL_BACKUP, "backup settings", DeclaredFacts::backupSettings)
                .flatMap(
                    settings ->
                        Fact.ofNullable(
                            settings.automaticDataSyncInterval(),
                            "Automatic Data-Sync Interval of the normal backup: not declared")),
            (policy, interval) -> {
              String text =
                  "the page says "
                      + SpanText.of(interval)
                      + ", the policy says "
                      + SpanText.of(policy.interval());
              return Verdict.of(interval.equals(policy.interval()), text, text);
            })
        .judge(verdict -> verdict);
  }
}
