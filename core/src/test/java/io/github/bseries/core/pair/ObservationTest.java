// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {

  private static final ApplianceHealth HEALTH = MadeUp.health(MadeUp.ONE, FailoverRole.PRIMARY);

  @Test
  void what_was_seen_holds_a_health() {
    assertThat(new Observation.Seen(HEALTH, MadeUp.NOON, null).health()).contains(HEALTH);
  }

  @Test
  void an_answer_that_is_no_health_and_silence_hold_none() {
    assertThat(MadeUp.unreadable().health()).isEmpty();
    assertThat(MadeUp.silent().health()).isEmpty();
  }

  @Test
  void the_function_that_fits_is_called() {
    assertThat(name(MadeUp.seen(MadeUp.ONE, FailoverRole.BACKUP))).isEqualTo("seen");
    assertThat(name(MadeUp.unreadable())).isEqualTo("unreadable");
    assertThat(name(MadeUp.silent())).isEqualTo("silent");
  }

  @Test
  void a_function_may_make_nothing() {
    assertThat(MadeUp.silent().<Object>fold(s -> s, u -> u, s -> null)).isNull();
  }

  @Test
  void an_answer_is_not_silence_even_with_the_same_words() {
    Observation unreadable = new Observation.Unreadable(MadeUp.NOON, "reset");
    Observation silent = new Observation.Silent(MadeUp.NOON, "reset");

    assertThat(unreadable).isNotEqualTo(silent);
  }

  @Test
  void each_kind_knows_its_moment() {
    assertThat(MadeUp.seen(MadeUp.ONE, FailoverRole.BACKUP).at()).isEqualTo(MadeUp.NOON);
    assertThat(MadeUp.unreadable().at()).isEqualTo(MadeUp.NOON);
    assertThat(MadeUp.silent().at()).isEqualTo(MadeUp.NOON);
  }

  @Test
  void the_clock_of_the_appliance_stands_beside_ours() {
    Observation.Seen seen =
        new Observation.Seen(HEALTH, MadeUp.NOON, MadeUp.NOON.minusSeconds(3600));

    assertThat(seen.at()).isEqualTo(MadeUp.NOON);
    assertThat(seen.applianceClock()).isEqualTo("2026-03-01T11:00:00Z");
  }

  @Test
  void what_is_needed_is_refused_by_name_when_it_is_missing() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Seen(null, MadeUp.NOON, null))
        .withMessage("applianceHealth");
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Seen(HEALTH, null, null))
        .withMessage("at");
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Unreadable(null, "HTML"))
        .withMessage("at");
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Unreadable(MadeUp.NOON, null))
        .withMessage("reason");
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Silent(null, "refused"))
        .withMessage("at");
    assertThatNullPointerException()
        .isThrownBy(() -> new Observation.Silent(MadeUp.NOON, null))
        .withMessage("reason");
  }

  private static Observation.Seen synced(Instant time, Instant clock) {
    LastDataSync sync = new LastDataSync(time, null, "success");
    ApplianceHealth health =
        new ApplianceHealth(
            MadeUp.ONE, null, null, true, List.of(), FailoverRole.PRIMARY, List.of(), sync);
    return new Observation.Seen(health, MadeUp.NOON, clock);
  }

  @Test
  void data_is_as_old_as_the_appliance_s_own_clock_says() {
    Instant clock = MadeUp.NOON.plusSeconds(86_400);

    assertThat(synced(clock.minusSeconds(300), clock).dataAge()).contains(Duration.ofMinutes(5));
    assertThat(synced(clock, clock).dataAge()).contains(Duration.ZERO);
  }

  @Test
  void data_has_no_known_age_without_a_clock_or_a_time_or_a_sync() {
    assertThat(synced(MadeUp.NOON, null).dataAge()).isEmpty();
    assertThat(synced(null, MadeUp.NOON).dataAge()).isEmpty();
    assertThat(new Observation.Seen(HEALTH, MadeUp.NOON, MadeUp.NOON).dataAge()).isEmpty();
  }

  @Test
  void data_from_the_future_is_not_fresh() {
    Instant clock = MadeUp.NOON;

    assertThat(synced(clock.plusMillis(999), clock).dataAge()).contains(Duration.ZERO);
    assertThat(synced(clock.plusMillis(1000), clock).dataAge()).isEmpty();
    assertThat(synced(clock.plusSeconds(3600), clock).dataAge()).isEmpty();
  }

  private static String name(Observation observation) {
    return observation.fold(seen -> "seen", unreadable -> "unreadable", silent -> "silent");
  }
}
