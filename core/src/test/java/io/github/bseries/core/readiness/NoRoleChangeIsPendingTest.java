// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.ONE;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import org.junit.jupiter.api.Test;

class NoRoleChangeIsPendingTest {

  private static final Rule RULE = new NoRoleChangeIsPending();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "no role change is waited for");
  }

  @Test
  void a_request_that_was_not_seen_breaks_it() {
    violates(RULE, asked(BACKUP), ONE + " was asked at 2026-03-01T11:59:00Z to become backup");
  }

  @Test
  void a_request_that_is_seen_now_is_over() {
    passes(RULE, asked(PRIMARY), "no role change is waited for");
    violates(RULE, unseen(asked(PRIMARY)), "to become primary");
  }

  @Test
  void without_a_memory_it_is_not_judged() {
    lacks(RULE, Looks.primaryLost(), "nothing is remembered of earlier looks");
  }

  private static PairFacts unseen(PairFacts facts) {
    RequestedRole request = new RequestedRole(ONE, PRIMARY, false, NOW.minusSeconds(60));
    return facts.toBuilder()
        .snapshot(null)
        .history(PairHistory.none().withRequest(request))
        .build();
  }

  private static PairFacts asked(FailoverRole role) {
    RequestedRole request = new RequestedRole(ONE, role, false, NOW.minusSeconds(60));
    return WellKept.facts().toBuilder().history(PairHistory.none().withRequest(request)).build();
  }
}
