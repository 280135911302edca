// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.policy;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromiseCanBeKeptTest {

  private static final Rule RULE = new PromiseCanBeKept();

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE, WellKept.facts(), "the copy on the backup can get 12 h 1 min old, promised were 1 d");
  }

  @Test
  void the_last_second_of_the_promise_counts() {
    passes(RULE, promised(Duration.ofHours(12).plusSeconds(80), true), "12 h 1 min");
    violates(RULE, promised(Duration.ofHours(12).plusSeconds(79), true), "12 h 1 min");
  }

  @Test
  void an_interval_that_is_too_long_breaks_it_whatever_a_sync_takes() {
    violates(
        RULE,
        promised(Duration.ofHours(11), false),
        "the copy on the backup can get 12 h old, promised were 11 h");
  }

  @Test
  void without_a_measure_it_is_not_judged() {
    lacks(
        RULE,
        promised(Duration.ofHours(12), false),
        "how much a data sync copies: not in the policy; what the line gives: not in the policy");
    lacks(
        RULE,
        WellKept.facts().toBuilder().policy(ReadinessPolicy.standard()).build(),
        "sync policy: not in the policy");
  }

  private static PairFacts promised(Duration recoveryPoint, boolean measured) {
    ReadinessPolicy.Builder policy =
        ReadinessPolicy.builder()
            .syncPolicy(new SyncPolicy(Duration.ofHours(6), null, recoveryPoint, 1));
    if (measured) {
      policy.measuredSync(1_000_000_000L, Bandwidth.ofMegabitsPerSecond(100));
    }
    return WellKept.facts().toBuilder().policy(policy.build()).build();
  }
}
