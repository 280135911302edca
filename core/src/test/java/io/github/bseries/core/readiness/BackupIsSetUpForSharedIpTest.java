// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsWith;

import io.github.bseries.core.pair.BackupSettings;
import org.junit.jupiter.api.Test;

class BackupIsSetUpForSharedIpTest extends SharedIpSetUpRuleTest {

  private static final Rule RULE = new BackupIsSetUpForSharedIp();

  BackupIsSetUpForSharedIpTest() {
    super(RULE);
  }

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "IP Configuration of the normal backup has 12.12.1.52");
  }

  @Test
  void of_the_side_that_is_primary_nothing_is_asked() {
    passes(
        RULE,
        factsWith(NORMAL_PRIMARY, BackupSettings.builder().build()),
        "Shared IPs of the normal backup has 12.12.1.52");
  }

  @Test
  void without_a_look_both_sides_must_be_right() {
    PairFacts facts = factsWith(NORMAL_PRIMARY, BackupSettings.builder().build());
    violates(
        RULE, facts.toBuilder().snapshot(null).build(), "Shared IPs of the normal primary has no");
  }
}
