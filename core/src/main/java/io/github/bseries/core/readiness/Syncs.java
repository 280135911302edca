// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;

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

  /** Returns how long one data sync takes at least. */
  static Fact<Duration> duration(PairFacts facts, SyncPolicy policy) {
    Fact<Bandwidth> line =
        Fact.ofNullable(facts.policy().line(), "what the line gives: not in the policy");
    return dataBytes(facts).with(line, (bytes, rate) -> policy.loadOf(bytes, rate).duration());
  }
}
