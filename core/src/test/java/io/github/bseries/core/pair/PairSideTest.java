// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairSideTest {

  @Test
  void each_side_finds_its_appliance() {
    AppliancePair pair =
        AppliancePair.builder()
            .siteHostName("support.example.com")
            .normalPrimary(Appliance.at("site1.example.com"))
            .normalBackup(Appliance.at("site2.example.com"))
            .cutover(SharedIp.at("12.12.1.52"))
            .build();

    assertThat(PairSide.NORMAL_PRIMARY.of(pair)).isEqualTo(pair.normalPrimary());
    assertThat(PairSide.NORMAL_BACKUP.of(pair)).isEqualTo(pair.normalBackup());
  }

  @Test
  void each_side_finds_what_was_seen_there() {
    PairSnapshot snapshot =
        new PairSnapshot(MadeUp.seen(MadeUp.ONE, FailoverRole.PRIMARY), MadeUp.silent(), null);

    assertThat(PairSide.NORMAL_PRIMARY.of(snapshot)).isEqualTo(snapshot.primary());
    assertThat(PairSide.NORMAL_BACKUP.of(snapshot)).isEqualTo(snapshot.backup());
  }

  @Test
  void each_side_has_another_one_and_a_name() {
    assertThat(PairSide.NORMAL_PRIMARY.other()).isEqualTo(PairSide.NORMAL_BACKUP);
    assertThat(PairSide.NORMAL_BACKUP.other()).isEqualTo(PairSide.NORMAL_PRIMARY);
    assertThat(PairSide.NORMAL_PRIMARY.title()).isEqualTo("normal primary");
    assertThat(PairSide.NORMAL_BACKUP.title()).isEqualTo("normal backup");
  }
}
