// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.core.pair.FailoverRole.BACKUP;
import static io.github.bseries.core.pair.FailoverRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two that have the same role, and what becomes of their data. */
class ConflictsTest {

  private static final Duration SYNC = Duration.ofSeconds(30);

  private final SimulatedPair pair = inConflict();

  private static SimulatedPair inConflict() {
    SimulatedPair pair =
        SimulatedPair.builder().assume(AssumedBehaviour.RECORDS_OVERWRITTEN).build();
    pair.cutLink();
    pair.b().setFailoverRole(PRIMARY, false, false);
    pair.restoreLink();
    return pair;
  }

  @Test
  void the_data_sync_that_ends_one_leaves_the_records_of_both_on_both() {
    int ofA = pair.a().change("session-reports");
    int ofB = pair.b().change("session-reports");
    int settingsOfB = pair.b().changeSettings();

    pair.b().failoverPage().become(BACKUP, false, false);
    pair.advance(SYNC);

    assertThat(pair.a().data().of("session-reports")).contains(ofA, ofB);
    assertThat(pair.b().data().of("session-reports")).contains(ofA, ofB);
    assertThat(pair.b().data().of("login-settings")).doesNotContain(settingsOfB);
  }

  @Test
  void the_next_data_sync_does_again_what_is_assumed_of_others() {
    pair.b().failoverPage().become(BACKUP, false, false);
    pair.advance(SYNC);
    int ofB = pair.b().change("session-reports");

    pair.startDataSync();
    pair.advance(SYNC);

    assertThat(pair.a().data().of("session-reports")).doesNotContain(ofB);
    assertThat(pair.b().data().of("session-reports")).doesNotContain(ofB);
  }

  @Test
  void a_data_sync_first_is_refused_since_no_one_primary_is_there_to_copy_from() {
    var refused =
        new CommandAnswer.Refused("A data sync needs one primary and one backup site instance.");

    assertThat(pair.b().failoverPage().become(BACKUP, true, false)).isEqualTo(refused);
    assertThat(pair.b().setFailoverRole(BACKUP, true, true)).isEqualTo(refused);

    assertThat(pair.b().failoverRole()).isEqualTo(PRIMARY);
    assertThat(SimulatedBehaviour.all())
        .filteredOn(it -> it.shownBy().contains("become") && it.text().contains("data sync first"))
        .singleElement()
        .satisfies(it -> assertThat(it.source()).contains("assumed"));
  }

  @Test
  void the_shared_ip_follows_on_both_though_the_role_of_one_does_not_change() {
    SimulatedPair both = SimulatedPair.create();
    both.cutLink();
    both.a().setFailoverRole(BACKUP, false, true);
    both.b().enableSharedIp();
    both.restoreLink();

    both.a().failoverPage().become(PRIMARY, false, false);

    assertThat(both.a().networkPage().enabledIps()).hasSize(1);
    assertThat(both.b().networkPage().enabledIps()).isEmpty();
    assertThat(both.siteHolder()).contains(both.a());
  }

  @Test
  void a_primary_that_lost_its_shared_ip_has_it_again_when_the_conflict_ends() {
    pair.a().disableSharedIp();

    pair.b().failoverPage().become(BACKUP, false, false);

    assertThat(pair.a().networkPage().enabledIps()).hasSize(1);
    assertThat(pair.siteHolder()).contains(pair.a());
  }
}
