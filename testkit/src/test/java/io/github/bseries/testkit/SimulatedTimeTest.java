// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedTimeTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void stepped_time_moves_when_it_is_told_to() {
    SteppableTime time = SimulatedTime.steppable(NOON);

    assertThat(time.instant()).isEqualTo(NOON);
    time.advance(Duration.ofMinutes(90));
    assertThat(time.instant()).isEqualTo(Instant.parse("2026-03-01T13:30:00Z"));
  }

  @Test
  void time_does_not_go_back() {
    SteppableTime time = SimulatedTime.steppable(NOON);

    assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void running_time_never_goes_back() {
    RunningTime time = SimulatedTime.running(1000);

    assertThat(time.instant()).isBeforeOrEqualTo(time.instant());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void a_speed_that_makes_no_sense_is_refused(double speed) {
    assertThatThrownBy(() -> SimulatedTime.running(speed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(speed));
  }

  @Test
  void two_pairs_can_live_by_one_time() {
    SteppableTime time = SimulatedTime.steppable(NOON);
    SimulatedPair one = SimulatedPair.builder().time(time).build();
    SimulatedPair two = SimulatedPair.builder().time(time).build();
    one.startDataSync();
    two.startDataSync();

    time.advance(Duration.ofMinutes(1));

    assertThat(one.isBusy()).isFalse();
    assertThat(two.isBusy()).isFalse();
  }

  @Test
  void a_pair_whose_time_runs_by_itself_cannot_be_advanced() {
    SimulatedPair pair = SimulatedPair.builder().time(SimulatedTime.running(1)).build();

    assertThatThrownBy(() -> pair.advance(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void running_time_is_moved_and_made_faster_and_never_goes_back() {
    RunningTime time = SimulatedTime.running(1);
    Instant before = time.instant();

    time.advance(Duration.ofDays(1));
    Instant moved = time.instant();
    time.changeSpeed(1000);

    assertThat(Duration.between(before, moved)).isGreaterThanOrEqualTo(Duration.ofDays(1));
    assertThat(time.instant()).isAfterOrEqualTo(moved);
    assertThat(time.speed()).isEqualTo(1000);
    assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> time.changeSpeed(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
