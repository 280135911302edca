// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncPolicyTest {

  private static final Bandwidth MEGABYTE = new Bandwidth(1_000_000);
  private static final SyncPolicy HOURLY = new SyncPolicy(ofHours(1), MEGABYTE, ofHours(4), 1);

  @ParameterizedTest
  @CsvSource({
    "0,              PT0S,     PT1H,      PT0S,     true",
    "1,              PT1S,     PT59M59S,  PT0S,     true",
    "1_000_000,      PT1S,     PT59M59S,  PT0S,     true",
    "1_000_001,      PT2S,     PT59M58S,  PT0S,     true",
    "3_600_000_000,  PT1H,     PT0S,      PT0S,     true",
    "3_600_000_001,  PT1H1S,   PT0S,      PT1S,     false",
    "7_200_000_000,  PT2H,     PT0S,      PT1H,     false",
  })
  void a_load_tells_duration_and_room_and_overlap(
      String bytes, Duration duration, Duration room, Duration overlap, boolean fits) {
    SyncLoad load = new SyncLoad(Long.parseLong(bytes.replace("_", "")), MEGABYTE, ofHours(1));

    assertThat(load.duration()).isEqualTo(duration);
    assertThat(load.room()).isEqualTo(room);
    assertThat(load.overlap()).isEqualTo(overlap);
    assertThat(load.fitsInterval()).isEqualTo(fits);
  }

  @Test
  void the_largest_load_over_the_smallest_line_does_not_overflow() {
    SyncLoad load = new SyncLoad(Long.MAX_VALUE, new Bandwidth(1), ofSeconds(1));

    assertThat(load.duration()).isEqualTo(ofSeconds(Long.MAX_VALUE));
    assertThat(load.overlap()).isEqualTo(ofSeconds(Long.MAX_VALUE - 1));
  }

  @Test
  void the_slower_of_line_and_limit_decides() {
    Bandwidth slow = new Bandwidth(10);
    Bandwidth fast = new Bandwidth(10_000_000);

    assertThat(HOURLY.loadOf(100, slow)).isEqualTo(new SyncLoad(100, slow, ofHours(1)));
    assertThat(HOURLY.loadOf(100, fast)).isEqualTo(new SyncLoad(100, MEGABYTE, ofHours(1)));
  }

  @Test
  void without_a_limit_the_line_decides_and_the_least_load_is_not_known() {
    SyncPolicy unlimited = new SyncPolicy(ofHours(1), null, ofHours(4), 0);
    Bandwidth line = new Bandwidth(10);

    assertThat(unlimited.loadOf(100, line).bandwidth()).isEqualTo(line);
    assertThat(unlimited.leastLoadOf(100)).isEmpty();
    assertThat(HOURLY.leastLoadOf(100)).contains(new SyncLoad(100, MEGABYTE, ofHours(1)));
  }

  @Test
  void the_settings_of_the_backup_make_a_policy() {
    BackupSettings settings =
        BackupSettings.builder()
            .automaticDataSyncInterval(ofHours(1))
            .dataSyncBandwidthLimit(MEGABYTE)
            .build();

    assertThat(SyncPolicy.from(settings, ofHours(4), 1)).contains(HOURLY);
  }

  @Test
  void settings_without_an_interval_make_none() {
    assertThat(SyncPolicy.from(BackupSettings.builder().build(), ofHours(4), 1)).isEmpty();
  }

  @Test
  void the_oldest_copy_has_the_age_of_all_tolerated_misses_and_one_sync() {
    assertThat(HOURLY.longestToleratedGap()).isEqualTo(ofHours(2));
    assertThat(HOURLY.oldestCopy(ofMinutes(10))).isEqualTo(ofMinutes(130));
    assertThat(new SyncPolicy(ofHours(1), null, ofHours(4), 0).longestToleratedGap())
        .isEqualTo(ofHours(1));
  }

  @Test
  void a_promise_can_be_kept_up_to_the_age_of_the_oldest_copy() {
    SyncPolicy justEnough = new SyncPolicy(ofHours(1), null, ofMinutes(130), 1);

    assertThat(justEnough.canKeepPromise(ofMinutes(10))).isTrue();
    assertThat(justEnough.canKeepPromise(ofMinutes(10).plusNanos(1))).isFalse();
  }

  @Test
  void an_age_that_is_too_long_to_be_told_is_the_longest() {
    Duration longest = ofSeconds(Long.MAX_VALUE, 999_999_999);
    SyncPolicy never = new SyncPolicy(longest, null, longest, Integer.MAX_VALUE);
    SyncPolicy atTheLimit = new SyncPolicy(longest, null, longest, 0);
    SyncPolicy justBelow = new SyncPolicy(longest.dividedBy(2), null, longest, 1);

    assertThat(justBelow.longestToleratedGap()).isEqualTo(longest.minusNanos(1));
    assertThat(never.longestToleratedGap()).isEqualTo(longest);
    assertThat(never.oldestCopy(longest)).isEqualTo(longest);
    assertThat(atTheLimit.longestToleratedGap()).isEqualTo(longest);
    assertThat(atTheLimit.oldestCopy(Duration.ZERO)).isEqualTo(longest);
  }

  @Test
  void what_cannot_be_is_refused_with_its_value() {
    Duration minus = ofSeconds(-1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncPolicy(Duration.ZERO, null, ofHours(1), 0))
        .withMessage("interval is PT0S, must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncPolicy(minus, null, ofHours(1), 0))
        .withMessage("interval is PT-1S, must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncPolicy(ofHours(1), null, minus, 0))
        .withMessage("promisedRecoveryPoint is PT-1S, below zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncPolicy(ofHours(1), null, ofHours(1), -1))
        .withMessage("toleratedMisses is -1, below zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOURLY.oldestCopy(minus))
        .withMessage("syncDuration is PT-1S, below zero");
  }

  @Test
  void a_load_that_cannot_be_is_refused_with_its_value() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncLoad(-1, MEGABYTE, ofHours(1)))
        .withMessage("dataBytes is -1, below zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncLoad(1, MEGABYTE, Duration.ZERO))
        .withMessage("interval is PT0S, must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncLoad(1, MEGABYTE, ofSeconds(-1)))
        .withMessage("interval is PT-1S, must be above zero");
  }

  @Test
  void a_promise_of_nothing_lost_can_be_made() {
    assertThat(new SyncPolicy(ofHours(1), null, Duration.ZERO, 0).canKeepPromise(Duration.ZERO))
        .isFalse();
  }

  @Test
  void what_is_needed_is_refused_by_name_when_it_is_missing() {
    assertThatNullPointerException()
        .isThrownBy(() -> new SyncPolicy(null, null, ofHours(1), 0))
        .withMessage("interval");
    assertThatNullPointerException()
        .isThrownBy(() -> new SyncPolicy(ofHours(1), null, null, 0))
        .withMessage("promisedRecoveryPoint");
    assertThatNullPointerException()
        .isThrownBy(() -> new SyncLoad(1, null, ofHours(1)))
        .withMessage("bandwidth");
    assertThatNullPointerException()
        .isThrownBy(() -> new SyncLoad(1, MEGABYTE, null))
        .withMessage("interval");
  }
}
