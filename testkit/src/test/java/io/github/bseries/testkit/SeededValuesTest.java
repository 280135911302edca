// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededValuesTest {

  private static final int SEEDS = 10_000;

  /** Four times what chance alone would do to a mean of so many numbers from 0 to 1. */
  private static final double BY_CHANCE = 4 * Math.sqrt(1.0 / 12 / SEEDS);

  @Test
  void first_draws_of_neighbouring_seeds_are_spread_and_do_not_follow_each_other() {
    double[] first =
        LongStream.range(0, SEEDS)
            .mapToDouble(seed -> new SeededValues(seed, "faults").fraction())
            .toArray();

    double steps =
        IntStream.range(1, SEEDS)
            .mapToDouble(i -> Math.abs(first[i] - first[i - 1]))
            .average()
            .orElseThrow();
    long low = IntStream.range(0, SEEDS).filter(i -> first[i] < 0.1).count();

    assertThat(IntStream.range(0, SEEDS).mapToDouble(i -> first[i]).average().orElseThrow())
        .isBetween(0.5 - BY_CHANCE, 0.5 + BY_CHANCE);
    assertThat(steps).as("of two that are independent, a third").isBetween(0.32, 0.35);
    assertThat(low).isBetween(880L, 1120L);
  }

  @Test
  void labels_that_differ_in_one_letter_have_nothing_in_common() {
    List<String> texts =
        IntStream.range(0, 100)
            .mapToObj(number -> new SeededValues(1, "fault-" + number).hex(8))
            .toList();

    assertThat(texts).doesNotHaveDuplicates();
    assertThat(texts.stream().map(text -> text.charAt(0)).distinct().count()).isGreaterThan(12);
  }

  @Test
  void no_seed_and_label_make_the_stream_of_their_neighbours() {
    Set<String> streams = new HashSet<>();
    for (long seed = -100; seed < 100; seed++) {
      for (String label : List.of("a", "b", "ab", "ba", "Aa", "BB", "id a", "id b", "")) {
        streams.add(new SeededValues(seed, label).hex(16));
      }
    }

    assertThat(streams).hasSize(200 * 9);
  }

  @Test
  void a_stream_is_the_same_each_time_and_a_fork_of_it_goes_its_own_way() {
    SeededValues one = new SeededValues(7, "accounts");
    SeededValues other = new SeededValues(7, "accounts");
    SeededValues fork = one.fork();
    String forked = fork.hex(16);

    assertThat(other.fork().hex(16)).isEqualTo(forked);
    assertThat(one.hex(16)).isEqualTo(other.hex(16)).isNotEqualTo(forked);
    assertThat(one.bytes(16)).isEqualTo(other.bytes(16));
  }

  @Test
  void a_token_of_one_pair_is_worth_nothing_at_another_with_the_same_seed_and_history() {
    SimulatedPair one = SimulatedPair.create();
    SimulatedPair other = SimulatedPair.create();
    String token = token(one);

    assertThat(other.account().clientSecret()).isEqualTo(one.account().clientSecret());
    assertThat(token(other)).isNotEqualTo(token);
    assertThat(one.a().isTokenValid(token)).isTrue();
    assertThat(other.a().isTokenValid(token)).isFalse();
    assertThat(other.b().isTokenValid(token)).isFalse();

    one.advance(Duration.ofDays(3));
    other.advance(Duration.ofDays(3));
    assertThat(other.history()).isEqualTo(one.history()).doesNotContain(token);
  }

  private static String token(SimulatedPair pair) {
    SimulatedAccount account = pair.account();
    return pair.a().issueToken(account.clientId(), account.clientSecret()).orElseThrow();
  }
}
