// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.passes;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExposureIsWithinPromiseTest extends SyncAgeRuleTest {

  ExposureIsWithinPromiseTest() {
    super(new ExposureIsWithinPromise(), Duration.ofHours(24));
  }

  @Test
  void the_well_kept_pair_passes() {
    passes(
        new ExposureIsWithinPromise(),
        WellKept.facts(),
        "the last data sync was 2 h ago, may be 1 d ago at most");
  }
}
