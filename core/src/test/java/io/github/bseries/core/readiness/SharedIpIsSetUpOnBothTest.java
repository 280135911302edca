// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsWith;

import io.github.bseries.core.pair.BackupSettings;
import org.junit.jupiter.api.Test;

class SharedIpIsSetUpOnBothTest extends SharedIpSetUpRuleTest {

  private static final Rule RULE = new SharedIpIsSetUpOnBoth();

  SharedIpIsSetUpOnBothTest() {
    super(RULE);
  }

  @Test
  void the_well_kept_pair_passes() {
    passes(
        RULE,
        WellKept.facts(),
        "IP Configuration of the normal primary has 12.12.1.52; Shared IPs of the normal primary"
            + " has 12.12.1.52");
  }

  @Test
  void the_normal_primary_is_judged_too() {
    violates(
        RULE,
        factsWith(NORMAL_PRIMARY, BackupSettings.builder().build()),
        "Shared IPs of the normal primary has no 12.12.1.52");
  }
}
