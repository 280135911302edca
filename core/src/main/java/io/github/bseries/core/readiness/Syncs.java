// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was promised and measured about data syncs, as facts. */
final class Syncs {

  private Syncs() {}

  static Fact<SyncPolicy> policy(PairFacts facts) {
    return Fact.ofNullable(facts.policy().syncPolicy(), "sync policy: not in the policy");
  }

  /** Returns how much one data sync copies, in bytes. */
  static Fact<Long> dataBytes(PairFacts facts) {
    return Fact.ofNullable(
        facts.policy().dataBytesPerSync(), "how much a data sync copies: not in the policy");
  }

  /**
   * Returns what a data sync gets of the line: no more than the limit on the Failover page of the
   * normal backup, which is the one that counts.
   *
   * @source S1 "Best Practices for Primary and Backup Environments"
   */
  static Fact<Bandwidth> line(PairFacts facts) {
    return Fact.ofNullable(facts.policy().line(), "what the line gives: not in the policy")
        .with(
            FailoverPage.of(facts, PairSide.NORMAL_BACKUP),
            (line, page) -> limited(line, page.dataSyncBandwidthLimit()));
  }

  private static Bandwidth limited(Bandwidth line, @Nullable Bandwidth limit) {
    return limit == null ? line : line.atMost(limit);
  }

  /** Returns how long one data sync takes at least. */
  static Fact<Duration> duration(PairFacts facts, SyncPolicy policy) {
    return dataBytes(facts)
        .with(line(facts), (bytes, rate) -> policy.loadOf(bytes, rate).duration());
  }
}
