// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.SimulatedUsers;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PairStateTest {

  private static final int ENOUGH_BYTES = 1_000_000;

  @Test
  void it_costs_no_more_after_many_sessions() {
    SimulatedPair pair =
        SimulatedPair.builder()
            .users(SimulatedUsers.every(Duration.ofSeconds(1), Duration.ofMinutes(10)))
            .build();
    pair.a().changeSettings();
    pair.advance(Duration.ofHours(12));
    PairState.of(pair);
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = memory.getCurrentThreadAllocatedBytes();
    JsonObject state = PairState.of(pair);
    long used = memory.getCurrentThreadAllocatedBytes() - before;

    assertThat(pair.outcome().sessions()).isGreaterThan(40_000);
    assertThat(used).isLessThan(ENOUGH_BYTES);
    assertThat(state.getJsonObject("a").getInt("settingsGeneration")).isEqualTo(1);
    assertThat(state.getJsonObject("b").getInt("settingsGeneration")).isZero();
  }

  @Test
  void its_times_are_of_one_moment_however_fast_time_runs() {
    SimulatedPair pair = SimulatedPair.builder().time(SimulatedTime.running(86_400)).build();

    JsonObject state = PairState.of(pair);

    assertThat(state.getString("time")).isEqualTo(state.getJsonObject("a").getString("clock"));
    assertThat(state.getString("time")).isEqualTo(state.getJsonObject("b").getString("clock"));
  }

  @Test
  void two_that_swap_all_the_time_are_never_shown_as_two_primaries() {
    SimulatedPair pair = SimulatedPair.create();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> swaps =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                primary(pair).setFailoverRole(FailoverRole.BACKUP, false, false);
                pair.advance(Duration.ofSeconds(5));
              }
            });

    try {
      for (int i = 0; i < 200; i++) {
        JsonObject state = PairState.of(pair);
        assertThat(role(state, "a") + " " + role(state, "b")).isNotEqualTo("primary primary");
      }
    } finally {
      over.set(true);
    }

    assertThat(swaps).succeedsWithin(Duration.ofSeconds(20));
  }

  private static SimulatedAppliance primary(SimulatedPair pair) {
    return pair.a().failoverRole() == FailoverRole.PRIMARY ? pair.a() : pair.b();
  }

  private static String role(JsonObject state, String label) {
    return state.getJsonObject(label).getString("role");
  }
}
