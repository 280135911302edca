// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ListenersTest {

  private static final Duration SWAP = Duration.ofSeconds(5);

  private final SteppableTime time = SimulatedTime.steppable(Instant.parse("2026-03-01T12:00:00Z"));
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void end_the_other_thread() {
    other.shutdownNow();
  }

  @Test
  void a_step_returns_after_the_listeners_even_if_another_thread_was_first_to_notice() {
    AtomicReference<SimulatedPair> pair = new AtomicReference<>();
    AtomicReference<Future<?>> look = new AtomicReference<>();
    CountDownLatch noticed = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    // Between the step and the pair's turn, another thread looks, and is held before it tells.
    time.follow(
        () -> {
          look.set(other.submit(() -> pair.get().isBusy()));
          await(noticed);
        });
    pair.set(SimulatedPair.builder().time(time).build());
    pair.get().a().setFailoverRole(FailoverRole.BACKUP, false, false);
    Thread self = Thread.currentThread();
    List<FailoverRole> seen = new ArrayList<>();
    pair.get()
        .addListener(
            () -> {
              if (Thread.currentThread() != self) {
                noticed.countDown();
                await(held);
              }
            });
    pair.get()
        .addListener(
            () -> {
              if (Thread.currentThread() == self) {
                seen.add(pair.get().b().failoverRole());
              }
            });

    pair.get().advance(SWAP);

    assertThat(seen).containsExactly(FailoverRole.PRIMARY);
    held.countDown();
    assertThat(look.get()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void they_run_after_a_change_and_not_without_one() {
    SimulatedPair pair = SimulatedPair.builder().time(time).build();
    AtomicInteger runs = new AtomicInteger();
    pair.addListener(runs::incrementAndGet);

    pair.advance(Duration.ofMinutes(1));
    pair.catchUp();
    assertThat(runs).hasValue(0);
    pair.b().powerOff();
    assertThat(runs).hasValue(1);
    pair.catchUp();
    assertThat(runs).hasValue(1);
  }

  @Test
  void one_may_have_the_pair_catch_up_and_change_it() {
    SimulatedPair pair = SimulatedPair.builder().time(time).build();
    AtomicInteger runs = new AtomicInteger();
    pair.addListener(
        () -> {
          runs.incrementAndGet();
          pair.catchUp();
          pair.a().disableSharedIp();
        });

    pair.b().powerOff();

    assertThat(runs).as("for the power, and for the shared IP").hasValue(2);
    pair.catchUp();
    assertThat(runs).hasValue(2);
  }

  @Test
  void one_that_throws_keeps_neither_the_others_nor_whoever_made_the_change() {
    SimulatedPair pair = SimulatedPair.builder().time(time).build();
    AtomicInteger runs = new AtomicInteger();
    pair.addListener(
        () -> {
          throw new IllegalStateException("a listener that fails on purpose");
        });
    pair.addListener(runs::incrementAndGet);

    pair.b().powerOff();

    assertThat(runs).hasValue(1);
    assertThat(pair.b().isOn()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
