// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.backup.RestoreTarget.Situation.IN_PAIR;
import static io.github.bseries.core.backup.RestoreTarget.Situation.STANDALONE;
import static io.github.bseries.core.backup.RestoreTarget.Situation.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RestoreCompatibilityTest {

  private static final SupportedUpgrades LISTED =
      SupportedUpgrades.none().with("24.1.1", "24.2.1").with("24.2.1", "24.3.1").with("9", "9.1");

  @ParameterizedTest
  @CsvSource({
    "24.3.1,24.3.1,SAME_VERSION",
    "24.03.1,24.3.1,SAME_VERSION",
    "19.1.8 (37380-aa),19.1.8 (37381-bb),SAME_VERSION",
    "24.1.1,24.2.1,SUPPORTED_UPGRADE",
    "24.1.01,24.2.1 (1-a),SUPPORTED_UPGRADE",
    "9,9.1,SUPPORTED_UPGRADE",
    "24.1.1,24.3.1,UNLISTED_OLDER",
    "24.9.1,24.10.1,UNLISTED_OLDER",
    "9.9.9.9,24.3.1,UNLISTED_OLDER",
    "24.2.1,24.1.1,NEWER_THAN_TARGET",
    "24.10.1,24.9.1,NEWER_THAN_TARGET",
    "24.4,24.3.1,NEWER_THAN_TARGET",
    "24.3,24.3.1,NOT_JUDGED",
    "24.3.1,24.3,NOT_JUDGED",
    "24.3.0,24.3,NOT_JUDGED",
    "9.1,9,NOT_JUDGED"
  })
  void versions_decide(String backup, String target, RestoreVerdict expected) {
    RestoreCompatibility judged = judge(backup, target, STANDALONE);

    assertThat(judged.verdict()).isEqualTo(expected);
    assertThat(judged.consequence()).isEqualTo(expected.consequence());
    assertThat(judged.isSupported()).isEqualTo(expected.isSupported());
  }

  @Test
  void a_restore_to_a_new_appliance_needs_the_key_of_the_vault() {
    assertThat(RestoreStep.RESTORE_BACKUP.instruction()).contains("Vault encryption key");
  }

  @Test
  void only_the_same_version_and_a_listed_step_are_supported() {
    assertThat(RestoreVerdict.values())
        .filteredOn(RestoreVerdict::isSupported)
        .containsExactly(RestoreVerdict.SAME_VERSION, RestoreVerdict.SUPPORTED_UPGRADE);
  }

  @Test
  void each_verdict_says_what_follows() {
    assertThat(RestoreVerdict.values())
        .extracting(RestoreVerdict::consequence)
        .doesNotHaveDuplicates()
        .allSatisfy(consequence -> assertThat(consequence).endsWith("."));
  }

  @Test
  void the_versions_stand_in_the_reason() {
    assertThat(judge("24.1.1 (37380-aa)", "24.2.1", STANDALONE).reason())
        .isEqualTo("the backup is of 24.1.1, the target runs 24.2.1");
    assertThat(judge("24.3", "24.3.1", STANDALONE).reason())
        .isEqualTo("the backup is of 24.3, the target runs 24.3.1: one of the two may be cut off");
  }

  @ParameterizedTest
  @CsvSource({
    ",24.3.1,the version of the backup is not known",
    "beta,24.3.1,the version of the backup is not understood",
    "24.3.1,,the version of the target is not known",
    "24.3.1,beta,the version of the target is not understood",
    ",,the version of the backup is not known",
    "beta,beta,the version of the backup is not understood"
  })
  void an_unknown_version_is_not_judged(String backup, String target, String reason) {
    assertThat(judge(backup, target, IN_PAIR))
        .isEqualTo(new RestoreCompatibility(RestoreVerdict.NOT_JUDGED, reason, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"24.3.1,24.3.1", "24.1.1,24.2.1", "24.1.1,24.3.1"})
  void outside_a_pair_the_backup_is_just_restored(String backup, String target) {
    assertThat(judge(backup, target, STANDALONE).steps())
        .containsExactly(RestoreStep.RESTORE_BACKUP);
  }

  @ParameterizedTest
  @CsvSource({"24.3.1,24.3.1", "24.1.1,24.2.1", "24.1.1,24.3.1"})
  void in_a_pair_failover_is_broken_first_and_established_again(String backup, String target) {
    assertThat(judge(backup, target, IN_PAIR).steps())
        .containsExactly(
            RestoreStep.BREAK_FAILOVER,
            RestoreStep.RESTORE_BACKUP,
            RestoreStep.RESET_INTER_APPLIANCE_KEY,
            RestoreStep.REESTABLISH_FAILOVER);
  }

  @Test
  void who_may_stand_in_a_pair_is_treated_as_if_it_did() {
    assertThat(judge("24.3.1", "24.3.1", UNKNOWN)).isEqualTo(judge("24.3.1", "24.3.1", IN_PAIR));
  }

  @ParameterizedTest
  @EnumSource(RestoreTarget.Situation.class)
  void there_are_no_steps_for_what_is_refused(RestoreTarget.Situation situation) {
    assertThat(judge("24.3.1", "24.2.1", situation).steps()).isEmpty();
    assertThat(judge("24.3", "24.3.1", situation).steps()).isEmpty();
  }

  @Test
  void each_step_says_what_to_do() {
    assertThat(RestoreStep.values())
        .extracting(RestoreStep::instruction)
        .doesNotHaveDuplicates()
        .allSatisfy(instruction -> assertThat(instruction).endsWith("."));
  }

  @Test
  void an_appliance_without_a_role_is_a_target_outside_a_pair() {
    ApplianceVersion version = ApplianceVersion.parse("24.3.1");

    assertThat(RestoreTarget.from(health(version, FailoverRole.NONE)))
        .isEqualTo(new RestoreTarget(version, STANDALONE));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void an_appliance_with_a_role_is_a_target_in_a_pair(FailoverRole role) {
    assertThat(RestoreTarget.from(health(null, role))).isEqualTo(new RestoreTarget(null, IN_PAIR));
  }

  @ParameterizedTest
  @CsvSource({"24.3.1,24.3.1", "24.3.1,24.2.9", "24.3,24.3", "24.3.1,24.3"})
  void a_step_that_is_none_is_refused(String from, String to) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SupportedUpgrades.none().with(from, to))
        .withMessage("to is " + to + ", must be later than " + from);
  }

  @ParameterizedTest
  @CsvSource({"beta,24.3", "24.3,beta", "24.,25", "24.3.1 (1-a),25"})
  void a_step_without_numbers_is_refused(String from, String to) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SupportedUpgrades.none().with(from, to))
        .withMessage("product version must be numbers with dots between them");
  }

  @Test
  void a_missing_part_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> new RestoreTarget(null, null))
        .withMessage("situation");
    assertThatNullPointerException()
        .isThrownBy(() -> new SupportedUpgrades(null))
        .withMessage("upgrades");
    assertThatNullPointerException()
        .isThrownBy(() -> SupportedUpgrades.none().with(null, "1"))
        .withMessage("from");
    assertThatNullPointerException()
        .isThrownBy(() -> SupportedUpgrades.none().with("1", null))
        .withMessage("to");
  }

  private static RestoreCompatibility judge(
      String backup, String target, RestoreTarget.Situation situation) {
    return RestoreCompatibility.judge(
        version(backup), new RestoreTarget(version(target), situation), LISTED);
  }

  private static ApplianceVersion version(String text) {
    return text == null ? null : ApplianceVersion.parse(text);
  }

  private static ApplianceHealth health(ApplianceVersion version, FailoverRole role) {
    return new ApplianceHealth(
        new ApplianceId("1".repeat(32)), null, version, true, List.of(), role, List.of(), null);
  }
}
