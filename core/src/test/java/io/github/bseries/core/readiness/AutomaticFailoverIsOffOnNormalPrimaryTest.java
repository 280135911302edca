// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.BackupSettings;
import org.junit.jupiter.api.Test;

class AutomaticFailoverIsOffOnNormalPrimaryTest {

  private static final Rule RULE = new AutomaticFailoverIsOffOnNormalPrimary();

  @Test
  void off_passes_and_on_does_not() {
    assertThat(RULE.judge(with(false)))
        .isEqualTo(passed("normal primary: automatic failover is off"));
    assertThat(RULE.judge(with(true)))
        .isEqualTo(violated("normal primary: automatic failover is on"));
  }

  @Test
  void without_the_page_of_the_normal_primary_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_PRIMARY, SideFact.BACKUP_SETTINGS)))
        .isEqualTo(notJudged("backup settings of the normal primary: not declared"));
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    assertThat(RULE.judge(Changed.withoutPair())).isEqualTo(notJudged("no pair was declared"));
  }

  private static PairFacts with(boolean on) {
    return WellKept.factsWith(
        NORMAL_PRIMARY, BackupSettings.builder().automaticFailover(on).build());
  }
}
