// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.backupHealth;
import static io.github.bseries.core.readiness.WellKept.primaryHealth;
import static io.github.bseries.core.readiness.WellKept.seen;

import io.github.bseries.core.pair.Observation;
import org.junit.jupiter.api.Test;

class ClocksAgreeTest {

  private static final Rule RULE = new ClocksAgree();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the clocks are 0 s apart, may be 60 s");
  }

  @Test
  void they_may_be_a_minute_apart_and_no_more() {
    passes(RULE, apart(60), "the clocks are 60 s apart");
    passes(RULE, apart(-60), "the clocks are 60 s apart");
    violates(RULE, apart(61), "the clocks are 61 s apart, may be 60 s");
    violates(RULE, apart(-61), "the clocks are 61 s apart");
  }

  @Test
  void the_time_between_the_looks_does_not_count() {
    passes(
        RULE,
        Looks.facts(
            new Observation.Seen(primaryHealth(), NOW.minusSeconds(200), NOW.minusSeconds(200)),
            seen(backupHealth())),
        "0 s apart");
  }

  @Test
  void a_clock_that_was_not_shown_is_not_judged() {
    lacks(
        RULE,
        Looks.facts(Looks.clock(primaryHealth(), null), seen(backupHealth())),
        "normal primary showed no clock");
    lacks(RULE, Looks.primaryLost(), "normal primary silent");
  }

  private static PairFacts apart(long seconds) {
    return Looks.facts(
        Looks.clock(primaryHealth(), NOW.minusSeconds(2).plusSeconds(seconds)),
        seen(backupHealth()));
  }
}
