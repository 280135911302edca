// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.factsWith;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.BackupSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntervalIsAsPromisedTest {

  private static final Rule RULE = new IntervalIsAsPromised();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "the page says 6 h, the policy says 6 h");
  }

  @Test
  void another_interval_breaks_it() {
    violates(
        RULE,
        factsWith(
            NORMAL_BACKUP,
            WellKept.backupSettings().automaticDataSyncInterval(Duration.ofHours(24)).build()),
        "the page says 1 d, the policy says 6 h");
  }

  @Test
  void without_both_it_is_not_judged() {
    lacks(
        RULE,
        factsWith(NORMAL_BACKUP, BackupSettings.builder().build()),
        "Automatic Data-Sync Interval of the normal backup: not declared");
    lacks(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("site2.example.com"))),
        "backup settings of the normal backup: not declared");
    lacks(
        RULE,
        WellKept.facts().toBuilder().policy(ReadinessPolicy.standard()).build(),
        "sync policy: not in the policy");
  }
}
