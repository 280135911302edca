// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.passes;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncIsRecentTest extends SyncAgeRuleTest {

  SyncIsRecentTest() {
    super(new SyncIsRecent(), Duration.ofHours(12));
  }

  @Test
  void the_well_kept_pair_passes() {
    passes(
        new SyncIsRecent(),
        WellKept.facts(),
        "the last data sync was 2 h ago, may be 12 h ago at most");
  }
}
