// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.Awaited;
import io.github.bseries.client.RejectedException;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What two appliances of a pair must do when their roles are switched, and when a secret is wrong.
 * It disconnects all users, and leaves the roles as they were if all goes well. The pair is well,
 * and its roles are the normal ones.
 */
abstract class SwitchingContractTest {

  /** A data sync takes its time, and cannot be seen while it runs. */
  private static final Duration LONGEST = Duration.ofMinutes(45);

  /** Returns the pair, the same for all tests of a class. */
  abstract ContractedPair contracted();

  private static ApplianceHealth isPrimary(ApplianceClient side) {
    ApplianceHealth health = side.checkHealth();
    assertThat(health.failoverRole()).as("the role before").isEqualTo(FailoverRole.PRIMARY);
    return health;
  }

  private PairSnapshot reached(RoleChangeRequest request) {
    Awaited end = contracted().pair().awaitRoles(request, LONGEST, look -> {});
    assertThat(end).isInstanceOf(Awaited.Reached.class);
    assertThat(end.last().layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
    return end.last();
  }

  @Test
  void roles_are_switched_with_a_data_sync_and_back_without_one() {
    long before = contracted().roleChangesAnswered();
    ApplianceHealth normal = isPrimary(contracted().primary());
    RoleChangeRequest away =
        RoleChangeRequest.becomeBackup(normal.applianceId()).withDataSyncFirst();

    RoleChange first = contracted().primary().setFailoverRole(away);
    PairSnapshot switched = reached(away);
    ApplianceHealth other = isPrimary(contracted().backup());
    RoleChangeRequest back = RoleChangeRequest.becomeBackup(other.applianceId());
    RoleChange second = contracted().backup().setFailoverRole(back);
    PairSnapshot restored = reached(back);

    assertThat(first).isInstanceOf(RoleChange.AwaitsSync.class);
    assertThat(switched.roleOf(normal.applianceId())).contains(FailoverRole.BACKUP);
    assertThat(second).isInstanceOf(RoleChange.Confirmed.class);
    assertThat(restored.roleOf(normal.applianceId())).contains(FailoverRole.PRIMARY);
    assertThat(contracted().roleChangesAnswered() - before).isEqualTo(2);
    assertThat(contracted().pair().pendingRoleChanges()).isEmpty();
  }

  @Test
  void a_role_that_is_held_already_is_not_asked_for() {
    long before = contracted().roleChangesAnswered();
    RoleChangeRequest held =
        RoleChangeRequest.becomeBackup(contracted().backup().checkHealth().applianceId());

    RoleChange change = contracted().backup().setFailoverRole(held);

    assertThat(change).isInstanceOf(RoleChange.NotSent.class);
    assertThat(contracted().roleChangesAnswered()).isEqualTo(before);
  }

  @Test
  void an_appliance_at_the_address_of_the_other_is_not_asked() {
    long before = contracted().roleChangesAnswered();
    RoleChangeRequest elsewhere =
        RoleChangeRequest.becomeBackup(contracted().primary().checkHealth().applianceId());

    RoleChange change = contracted().backup().setFailoverRole(elsewhere);

    assertThat(change).isInstanceOf(RoleChange.NotSent.class);
    assertThat(contracted().roleChangesAnswered()).isEqualTo(before);
  }

  /** Once only: each wrong secret counts towards a lock-out of the account. */
  @Test
  void a_wrong_secret_is_refused_as_such() {
    ContractPlace place = contracted().place();
    char[] wrong = "surely-not-the-secret".toCharArray();
    try (ApiAccount stranger = ApiAccount.of(place.clientId(), wrong);
        ApplianceClient client =
            place.settings().account(stranger).address(place.primary()).build()) {

      RejectedException refusal =
          catchThrowableOfType(RejectedException.class, client::checkHealth);

      assertThat(refusal).isNotNull();
      assertThat(refusal.ground()).isEqualTo(RejectedException.Ground.CREDENTIALS);
    }
  }
}
