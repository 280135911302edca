// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.NONE;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.MadeUp.seen;
import static io.github.bseries.core.pair.MadeUp.silent;
import static io.github.bseries.core.pair.MadeUp.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "PRIMARY, PRIMARY, BOTH_PRIMARY",
    "PRIMARY, BACKUP, ONE_PRIMARY",
    "PRIMARY, NONE, NOT_PAIRED",
    "BACKUP, PRIMARY, ONE_PRIMARY",
    "BACKUP, BACKUP, BOTH_BACKUP",
    "BACKUP, NONE, NOT_PAIRED",
    "NONE, PRIMARY, NOT_PAIRED",
    "NONE, BACKUP, NOT_PAIRED",
    "NONE, NONE, NOT_PAIRED"
  })
  void two_roles_make_a_layout(FailoverRole one, FailoverRole other, RoleLayout layout) {
    assertThat(RoleLayout.of(seen(ONE, one), seen(OTHER, other))).isEqualTo(layout);
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY, PARTLY_SEEN", "BACKUP, PARTLY_SEEN", "NONE, NOT_PAIRED"})
  void one_role_alone_tells_of_the_two_only_that_there_is_no_pair(
      FailoverRole role, RoleLayout layout) {
    assertThat(RoleLayout.of(seen(ONE, role), silent())).isEqualTo(layout);
    assertThat(RoleLayout.of(silent(), seen(ONE, role))).isEqualTo(layout);
    assertThat(RoleLayout.of(seen(ONE, role), unreadable())).isEqualTo(layout);
    assertThat(RoleLayout.of(unreadable(), seen(ONE, role))).isEqualTo(layout);
  }

  @Test
  void no_role_at_all_tells_nothing() {
    assertThat(RoleLayout.of(silent(), silent())).isEqualTo(RoleLayout.PARTLY_SEEN);
    assertThat(RoleLayout.of(silent(), unreadable())).isEqualTo(RoleLayout.PARTLY_SEEN);
    assertThat(RoleLayout.of(unreadable(), unreadable())).isEqualTo(RoleLayout.PARTLY_SEEN);
  }

  @ParameterizedTest
  @EnumSource(names = {"PRIMARY", "BACKUP"})
  void one_appliance_at_both_addresses_is_no_conflict(FailoverRole role) {
    assertThat(RoleLayout.of(seen(ONE, role), seen(ONE, role))).isEqualTo(RoleLayout.PARTLY_SEEN);
  }

  @Test
  void one_appliance_that_changed_its_role_between_two_looks_is_no_pair_in_order() {
    assertThat(RoleLayout.of(seen(ONE, BACKUP), seen(ONE, PRIMARY)))
        .isEqualTo(RoleLayout.PARTLY_SEEN);
  }

  @Test
  void one_unpaired_appliance_at_both_addresses_is_not_paired() {
    assertThat(RoleLayout.of(seen(ONE, NONE), seen(ONE, NONE))).isEqualTo(RoleLayout.NOT_PAIRED);
  }

  @Test
  void a_missing_observation_is_refused() {
    assertThatNullPointerException().isThrownBy(() -> RoleLayout.of(null, silent()));
    assertThatNullPointerException().isThrownBy(() -> RoleLayout.of(silent(), null));
  }
}
