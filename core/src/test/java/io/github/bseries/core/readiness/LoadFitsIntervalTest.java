// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.policy;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadFitsIntervalTest {

  private static final Rule RULE = new LoadFitsInterval();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "a data sync takes 80 s, the next starts after 6 h");
  }

  @Test
  void it_may_take_the_whole_interval_and_no_longer() {
    passes(RULE, load(21600L, new Bandwidth(1), null), "a data sync takes 6 h");
    violates(
        RULE,
        load(21601L, new Bandwidth(1), null),
        "a data sync takes 6 h 1 s, the next starts after 6 h");
  }

  @Test
  void the_limit_counts_where_it_is_lower_than_the_line() {
    violates(RULE, load(43200L, new Bandwidth(10), new Bandwidth(1)), "a data sync takes 12 h");
  }

  @Test
  void a_limit_that_is_too_low_breaks_it_whatever_the_line_gives() {
    violates(RULE, load(21601L, null, new Bandwidth(1)), "whatever the line gives");
    lacks(RULE, load(21600L, null, new Bandwidth(1)), "what the line gives: not in the policy");
    lacks(RULE, load(1L, null, null), "what the line gives: not in the policy");
  }

  @Test
  void without_a_measure_it_is_not_judged() {
    lacks(
        RULE, load(null, new Bandwidth(1), null), "how much a data sync copies: not in the policy");
    lacks(
        RULE,
        WellKept.facts().toBuilder().policy(ReadinessPolicy.standard()).build(),
        "sync policy: not in the policy");
  }

  private static PairFacts load(
      @Nullable Long bytes, @Nullable Bandwidth line, @Nullable Bandwidth limit) {
    ReadinessPolicy it = policy();
    SyncPolicy sync = new SyncPolicy(Duration.ofHours(6), limit, Duration.ofHours(24), 1);
    return WellKept.facts().toBuilder()
        .policy(
            new ReadinessPolicy(
                sync,
                it.recoveryTime(),
                it.goodSyncStatuses(),
                bytes,
                line,
                it.oldestLook(),
                it.oldestAttestation(),
                it.shortestCertificateLife(),
                it.oldestBackup(),
                it.clockTolerance()))
        .build();
  }
}
