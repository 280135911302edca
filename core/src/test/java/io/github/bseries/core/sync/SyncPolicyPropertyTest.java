// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.Bandwidth;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SyncPolicyPropertyTest {

  @Property
  void more_data_never_takes_less_time_nor_leaves_more_room(
      @ForAll @LongRange(max = Long.MAX_VALUE) long dataBytes,
      @ForAll @LongRange(max = Long.MAX_VALUE) long otherBytes,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long rate,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long intervalSeconds) {
    SyncLoad less = load(Math.min(dataBytes, otherBytes), rate, intervalSeconds);
    SyncLoad more = load(Math.max(dataBytes, otherBytes), rate, intervalSeconds);

    assertNoWorse(less, more);
  }

  @Property
  void a_faster_line_never_takes_more_time_nor_leaves_less_room(
      @ForAll @LongRange(max = Long.MAX_VALUE) long dataBytes,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long rate,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long otherRate,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long intervalSeconds) {
    SyncLoad faster = load(dataBytes, Math.max(rate, otherRate), intervalSeconds);
    SyncLoad slower = load(dataBytes, Math.min(rate, otherRate), intervalSeconds);

    assertNoWorse(faster, slower);
  }

  @Property
  void all_data_is_over_the_line_when_the_duration_ends_and_not_a_second_before(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long dataBytes,
      @ForAll @LongRange(min = 1, max = 1_000_000) long rate) {
    long seconds = load(dataBytes, rate, 1).duration().toSeconds();

    assertThat(seconds * rate).isGreaterThanOrEqualTo(dataBytes);
    assertThat((seconds - 1) * rate).isLessThan(dataBytes);
  }

  @Property
  void room_and_overlap_are_never_both_there_and_tell_the_interval(
      @ForAll @LongRange(max = Long.MAX_VALUE) long dataBytes,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long rate,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long intervalSeconds) {
    SyncLoad load = load(dataBytes, rate, intervalSeconds);

    assertThat(load.room().isZero() || load.overlap().isZero()).isTrue();
    assertThat(load.duration().plus(load.room()).minus(load.overlap())).isEqualTo(load.interval());
  }

  @Property
  void a_shorter_interval_never_makes_the_oldest_copy_older(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long intervalSeconds,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long otherSeconds,
      @ForAll @LongRange(max = Long.MAX_VALUE) long syncSeconds,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int misses) {
    Duration sync = Duration.ofSeconds(syncSeconds);
    SyncPolicy often = policy(Math.min(intervalSeconds, otherSeconds), misses);
    SyncPolicy seldom = policy(Math.max(intervalSeconds, otherSeconds), misses);

    assertThat(often.oldestCopy(sync)).isLessThanOrEqualTo(seldom.oldestCopy(sync));
    assertThat(often.canKeepPromise(sync) || !seldom.canKeepPromise(sync)).isTrue();
  }

  @Property
  void the_oldest_copy_is_no_younger_than_one_interval_and_one_sync(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long intervalSeconds,
      @ForAll @LongRange(max = 1_000_000_000) long syncSeconds,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int misses) {
    Duration oldest = policy(intervalSeconds, misses).oldestCopy(Duration.ofSeconds(syncSeconds));

    assertThat(oldest).isEqualTo(Duration.ofSeconds(intervalSeconds * (misses + 1L) + syncSeconds));
  }

  private static void assertNoWorse(SyncLoad better, SyncLoad worse) {
    assertThat(better.duration()).isLessThanOrEqualTo(worse.duration());
    assertThat(better.room()).isGreaterThanOrEqualTo(worse.room());
    assertThat(better.overlap()).isLessThanOrEqualTo(worse.overlap());
    assertThat(better.fitsInterval() || !worse.fitsInterval()).isTrue();
  }

  private static SyncLoad load(long dataBytes, long rate, long intervalSeconds) {
    return new SyncLoad(dataBytes, new Bandwidth(rate), Duration.ofSeconds(intervalSeconds));
  }

  private static SyncPolicy policy(long intervalSeconds, int misses) {
    return new SyncPolicy(Duration.ofSeconds(intervalSeconds), null, Duration.ofDays(1), misses);
  }
}
