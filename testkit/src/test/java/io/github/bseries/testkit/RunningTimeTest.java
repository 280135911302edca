// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningTimeTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicLong machine = new AtomicLong(-5);

  private RunningTime at(double speed) {
    return new RunningTime(START, speed, machine::get);
  }

  @ParameterizedTest
  @CsvSource({"1000000, 9224, 9224000000", "86400, 172800, 14929920000", "0.5, 3, 1"})
  void it_goes_on_however_long_the_machine_runs(double speed, long seconds, long passed) {
    RunningTime time = at(speed);

    machine.addAndGet(Duration.ofSeconds(seconds).toNanos());
    assertThat(time.instant().getEpochSecond() - START.getEpochSecond()).isEqualTo(passed);
    Instant before = time.instant();
    machine.addAndGet(10);

    assertThat(time.instant()).isAfter(before);
  }

  @Test
  void another_speed_counts_from_the_moment_on_in_which_it_is_set() {
    RunningTime time = at(1_000_000);
    machine.addAndGet(Duration.ofSeconds(20_000).toNanos());

    time.changeSpeed(1);
    machine.addAndGet(7);

    assertThat(time.instant()).isEqualTo(START.plusSeconds(20_000_000_000L).plusNanos(7));
  }
}
