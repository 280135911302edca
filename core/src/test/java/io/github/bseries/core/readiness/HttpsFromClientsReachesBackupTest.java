// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static io.github.bseries.core.readiness.WellKept.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpsFromClientsReachesBackupTest {

  private static final Rule RULE = new HttpsFromClientsReachesBackup();

  @Test
  void a_backup_that_all_clients_reach_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(passed("normal backup: all clients reach port 443"));
  }

  @Test
  void a_backup_that_not_all_clients_reach_is_found() {
    assertThat(
            RULE.judge(WellKept.factsWith(NORMAL_BACKUP, it -> it.httpsFromClients(said(false)))))
        .isEqualTo(violated("normal backup: not all clients reach port 443"));
  }

  @Test
  void nothing_is_asked_of_the_primary() {
    assertThat(
            RULE.judge(WellKept.factsWith(NORMAL_PRIMARY, it -> it.httpsFromClients(said(false))))
                .isPassed())
        .isTrue();
  }

  @Test
  void without_word_of_the_backup_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_BACKUP, SideFact.HTTPS_FROM_CLIENTS)))
        .isEqualTo(notJudged("HTTPS from clients of the normal backup: not declared"));
  }
}
