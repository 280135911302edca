// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Verdict.notJudged;
import static io.github.bseries.core.readiness.Verdict.passed;
import static io.github.bseries.core.readiness.Verdict.violated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import io.github.bseries.core.pair.PairSide;
import org.junit.jupiter.api.Test;

class BackupTakesCommandsTest {

  private static final Rule RULE = new BackupTakesCommands();

  @Test
  void a_backup_that_answers_and_grants_full_access_passes() {
    assertThat(RULE.judge(WellKept.facts()))
        .isEqualTo(
            passed(
                "normal backup: the API told its health; normal backup: the Command API allows"
                    + " FULL_ACCESS"));
  }

  @Test
  void reading_only_at_the_backup_is_not_enough() {
    assertThat(RULE.judge(with(NORMAL_BACKUP, CommandPermission.READ_ONLY)))
        .isEqualTo(violated("normal backup: the Command API allows READ_ONLY"));
  }

  @Test
  void nothing_is_asked_of_the_primary() {
    assertThat(RULE.judge(with(NORMAL_PRIMARY, CommandPermission.DENY)).isPassed()).isTrue();
  }

  @Test
  void an_api_that_is_off_at_an_unseen_backup_takes_no_commands() {
    PairFacts off =
        WellKept.factsWith(
            NORMAL_BACKUP,
            it ->
                it.apiAccess(
                    WellKept.said(new ApiAccess(false, CommandPermission.FULL_ACCESS, true))));

    assertThat(RULE.judge(off.toBuilder().snapshot(null).build()))
        .isEqualTo(violated("normal backup: Enable XML API is not checked"));
  }

  @Test
  void without_word_of_the_backup_it_is_not_judged() {
    assertThat(RULE.judge(Changed.without(NORMAL_BACKUP, SideFact.API_ACCESS)))
        .isEqualTo(notJudged("API access of the normal backup: not declared"));
  }

  private static PairFacts with(PairSide side, CommandPermission permission) {
    return WellKept.factsWith(
        side, it -> it.apiAccess(WellKept.said(new ApiAccess(true, permission, true))));
  }
}
