// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.pair.PairSide.NORMAL_BACKUP;
import static io.github.bseries.core.pair.PairSide.NORMAL_PRIMARY;
import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApiLook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the account may do is told by the appliance, and only else by who typed it in. */
class ToldPermissionsTest {

  private static final Rule ROLES = new ApiAccountMayChangeRoles();
  private static final Rule BACKUPS = new ApiAccountMayDownloadBackups();

  @Test
  void what_was_told_goes_before_what_was_declared_and_the_contradiction_is_said() {
    PairFacts facts = told(NOW, Map.of("perm_command", "read_only", "perm_backup", "0"));

    violates(
        ROLES,
        facts,
        "normal backup: the Command API allows READ_ONLY, though something else is declared");
    violates(
        BACKUPS,
        facts,
        "normal backup: the Backup API is not allowed, though something else is declared");
    violates(new BackupTakesCommands(), facts, "READ_ONLY");
  }

  @Test
  void what_was_told_is_enough_without_a_declaration() {
    PairFacts facts =
        Removals.attested(NORMAL_BACKUP, SideFact.API_ACCESS)
            .apply(told(NOW, Map.of("perm_command", "full_access", "perm_backup", "1")));

    passes(ROLES, facts, "normal backup: the Command API allows FULL_ACCESS");
    passes(BACKUPS, facts, "normal backup: the Backup API is allowed");
  }

  @Test
  void a_word_that_is_not_known_is_not_judged() {
    PairFacts facts = told(NOW, Map.of("perm_command", "some", "perm_backup", "maybe"));

    lacks(ROLES, facts, "perm_command is told as some, which is not understood");
    lacks(BACKUPS, facts, "perm_backup is told as maybe, which is not understood");
  }

  @Test
  void what_was_not_told_or_long_ago_is_as_it_was_declared() {
    passes(ROLES, told(NOW, Map.of()), "the Command API allows FULL_ACCESS");
    passes(
        ROLES,
        told(NOW.minus(Duration.ofHours(1)), Map.of("perm_command", "deny")),
        "the Command API allows FULL_ACCESS");
  }

  @Test
  void a_look_can_be_taken_out_again_and_stays_with_a_copy() {
    PairFacts facts = told(NOW, Map.of("perm_command", "deny"));

    assertThat(facts.toBuilder().build()).isEqualTo(facts);
    assertThat(facts.toBuilder().apiLook(NORMAL_BACKUP, null).build().apiLooks()).isEmpty();
    assertThat(facts.apiInformation(NORMAL_PRIMARY))
        .isEqualTo(Fact.missing("API of the normal primary: nobody asked it"));
  }

  private static PairFacts told(Instant at, Map<String, String> permissions) {
    return WellKept.facts().toBuilder()
        .apiLook(NORMAL_BACKUP, new ApiLook(at, new ApiInformation(null, null, null, permissions)))
        .build();
  }
}
