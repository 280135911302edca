// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.MadeUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleChangeRequestTest {

  @Test
  void becoming_backup_starts_without_sync_and_without_force() {
    assertThat(RoleChangeRequest.becomeBackup(MadeUp.ONE))
        .isEqualTo(new RoleChangeRequest(MadeUp.ONE, FailoverRole.BACKUP, false, false));
  }

  @Test
  void becoming_primary_starts_without_sync() {
    assertThat(RoleChangeRequest.becomePrimary(MadeUp.ONE))
        .isEqualTo(new RoleChangeRequest(MadeUp.ONE, FailoverRole.PRIMARY, false, false));
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY", "BACKUP"})
  void a_data_sync_can_come_first_towards_either_role(FailoverRole role) {
    RoleChangeRequest plain = new RoleChangeRequest(MadeUp.ONE, role, false, false);

    assertThat(plain.withDataSyncFirst())
        .isEqualTo(new RoleChangeRequest(MadeUp.ONE, role, true, false));
    assertThat(plain.dataSyncFirst()).isFalse();
  }

  @Test
  void becoming_backup_can_be_forced() {
    assertThat(RoleChangeRequest.becomeBackup(MadeUp.ONE).withForce())
        .isEqualTo(new RoleChangeRequest(MadeUp.ONE, FailoverRole.BACKUP, false, true));
  }

  @Test
  void a_sync_and_force_keep_each_other() {
    RoleChangeRequest both = new RoleChangeRequest(MadeUp.ONE, FailoverRole.BACKUP, true, true);

    assertThat(RoleChangeRequest.becomeBackup(MadeUp.ONE).withForce().withDataSyncFirst())
        .isEqualTo(both);
    assertThat(RoleChangeRequest.becomeBackup(MadeUp.ONE).withDataSyncFirst().withForce())
        .isEqualTo(both);
  }

  @Test
  void becoming_primary_cannot_be_forced() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoleChangeRequest.becomePrimary(MadeUp.ONE).withForce())
        .withMessage("force is set and role is primary; only backup can be forced");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobody_can_be_asked_to_leave_the_pair(boolean force) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoleChangeRequest(MadeUp.ONE, FailoverRole.NONE, false, force))
        .withMessage("role is none, must be primary or backup");
  }

  @Test
  void what_is_missing_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> RoleChangeRequest.becomeBackup(null))
        .withMessage("target");
    assertThatNullPointerException()
        .isThrownBy(() -> new RoleChangeRequest(MadeUp.ONE, null, false, false))
        .withMessage("role");
  }
}
