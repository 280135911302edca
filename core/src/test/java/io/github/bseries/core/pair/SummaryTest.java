// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static io.github.bseries.core.pair.MadeUp.ONE;
import static io.github.bseries.core.pair.MadeUp.OTHER;
import static io.github.bseries.core.pair.MadeUp.seen;
import static io.github.bseries.core.pair.MadeUp.silent;
import static io.github.bseries.core.pair.MadeUp.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void a_health_is_told_on_one_line_with_everything_that_matters() {
    ApplianceHealth health =
        new ApplianceHealth(
            ONE,
            "site1",
            null,
            false,
            List.of("The disk\nis full"),
            FailoverRole.PRIMARY,
            List.of("12.12.1.52", "12.12.1.53"),
            new LastDataSync(NOON, "2026-03-01T12:00:00+00:00", "success"));

    assertThat(health.summary())
        .isEqualTo(
            ONE
                + " is primary, success 0, says \"The disk is full\","
                + " holds 12.12.1.52 and 12.12.1.53,"
                + " last data sync 2026-03-01T12:00:00+00:00 \"success\"");
  }

  @Test
  void a_sync_is_told_by_what_is_known_of_it() {
    assertThat(new LastDataSync(NOON, null, null).summary())
        .isEqualTo("last data sync 2026-03-01T12:00:00Z");
    assertThat(new LastDataSync(null, null, "failed").summary())
        .isEqualTo("last data sync at no told time \"failed\"");
  }

  @Test
  void an_answer_without_health_and_silence_give_their_reason() {
    assertThat(unreadable().summary()).isEqualTo("unreadable: a page of HTML");
    assertThat(silent().summary()).isEqualTo("silent: connection refused");
  }

  @Test
  void a_snapshot_is_told_line_by_line() {
    PairSnapshot snapshot =
        new PairSnapshot(
            seen(ONE, FailoverRole.PRIMARY),
            seen(OTHER, FailoverRole.BACKUP),
            new SiteObservation("support.example.com", seen(ONE, FailoverRole.PRIMARY)));

    assertThat(snapshot.summary().lines())
        .containsExactly(
            "normal primary  " + ONE + " is primary, success 1",
            "normal backup   " + OTHER + " is backup, success 1",
            "site            support.example.com, answered by " + ONE,
            "layout          ONE_PRIMARY");
  }

  @Test
  void a_snapshot_without_the_site_or_of_one_appliance_says_so() {
    PairSnapshot snapshot =
        new PairSnapshot(seen(ONE, FailoverRole.PRIMARY), seen(ONE, FailoverRole.PRIMARY), null);

    assertThat(snapshot.summary())
        .doesNotContain("site ")
        .endsWith("PARTLY_SEEN (one appliance answers at both addresses)");
  }

  @Test
  void a_site_that_nobody_answers_gives_its_reason() {
    assertThat(new SiteObservation("support.example.com", silent()).summary())
        .isEqualTo("silent: connection refused");
  }

  @Test
  void a_role_is_there_only_if_it_was_read() {
    assertThat(seen(ONE, FailoverRole.BACKUP).role()).contains(FailoverRole.BACKUP);
    assertThat(unreadable().role()).isEmpty();
    assertThat(silent().role()).isEmpty();
  }
}
