// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.MadeUp.health;
import static io.github.bseries.core.pair.MadeUp.seen;
import static io.github.bseries.core.pair.MadeUp.silent;
import static io.github.bseries.core.pair.MadeUp.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class PairSnapshotTest {

  @Test
  void in_normal_operation_the_normal_primary_is_primary() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, PRIMARY), seen(OTHER, BACKUP), null);

    assertThat(pair.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
    assertThat(pair.currentPrimary()).contains(health(ONE, PRIMARY));
    assertThat(pair.currentBackup()).contains(health(OTHER, BACKUP));
  }

  @Test
  void after_a_swap_the_normal_backup_is_primary() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, BACKUP), seen(OTHER, PRIMARY), null);

    assertThat(pair.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
    assertThat(pair.currentPrimary()).contains(health(OTHER, PRIMARY));
    assertThat(pair.currentBackup()).contains(health(ONE, BACKUP));
  }

  @Test
  void of_two_primaries_neither_is_the_primary() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, PRIMARY), seen(OTHER, PRIMARY), null);

    assertThat(pair.currentPrimary()).isEmpty();
    assertThat(pair.currentBackup()).isEmpty();
  }

  @Test
  void of_two_backups_neither_is_the_backup() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, BACKUP), seen(OTHER, BACKUP), null);

    assertThat(pair.currentPrimary()).isEmpty();
    assertThat(pair.currentBackup()).isEmpty();
  }

  @Test
  void one_side_that_was_seen_does_not_make_it_the_primary() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, PRIMARY), silent(), null);

    assertThat(pair.layout()).isEqualTo(RoleLayout.PARTLY_SEEN);
    assertThat(pair.currentPrimary()).isEmpty();
    assertThat(pair.currentBackup()).isEmpty();
  }

  @Test
  void one_appliance_that_answers_at_both_addresses_is_noticed() {
    assertThat(new PairSnapshot(seen(ONE, PRIMARY), seen(ONE, BACKUP), null).isOneApplianceTwice())
        .isTrue();
    assertThat(new PairSnapshot(seen(ONE, NONE), seen(ONE, NONE), null).isOneApplianceTwice())
        .isTrue();
  }

  @Test
  void two_appliances_and_sides_that_were_not_seen_are_not_one_appliance_twice() {
    assertThat(
            new PairSnapshot(seen(ONE, PRIMARY), seen(OTHER, BACKUP), null).isOneApplianceTwice())
        .isFalse();
    assertThat(new PairSnapshot(seen(ONE, PRIMARY), silent(), null).isOneApplianceTwice())
        .isFalse();
    assertThat(new PairSnapshot(silent(), seen(ONE, PRIMARY), null).isOneApplianceTwice())
        .isFalse();
    assertThat(new PairSnapshot(silent(), unreadable(), null).isOneApplianceTwice()).isFalse();
  }

  @Test
  void the_role_of_an_appliance_is_found_at_either_address_by_its_id() {
    PairSnapshot pair = new PairSnapshot(seen(ONE, BACKUP), seen(OTHER, PRIMARY), null);

    assertThat(pair.roleOf(ONE)).contains(BACKUP);
    assertThat(pair.roleOf(OTHER)).contains(PRIMARY);
    assertThat(new PairSnapshot(seen(ONE, BACKUP), silent(), null).roleOf(OTHER)).isEmpty();
  }

  @Test
  void the_view_of_the_site_changes_no_layout() {
    SiteObservation site = new SiteObservation("support.example.com", seen(ONE, PRIMARY));
    PairSnapshot pair = new PairSnapshot(silent(), seen(OTHER, BACKUP), site);

    assertThat(pair.layout()).isEqualTo(RoleLayout.PARTLY_SEEN);
    assertThat(pair.site()).isEqualTo(site);
  }

  @Test
  void a_side_that_is_missing_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> new PairSnapshot(null, silent(), null))
        .withMessage("primary");
    assertThatNullPointerException()
        .isThrownBy(() -> new PairSnapshot(silent(), null, null))
        .withMessage("backup");
  }
}
