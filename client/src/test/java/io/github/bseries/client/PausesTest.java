// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who wakes a thread that pauses, where a close and an interrupt come before it is awake. */
@Timeout(60)
class PausesTest {

  private final CountDownLatch asleep = new CountDownLatch(1);
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Pauses pauses = new Pauses(this::sleep);
  private final FutureTask<Boolean> pause =
      new FutureTask<>(() -> pauses.await(Duration.ofDays(1)));
  private final Thread thread = new Thread(pause, "pausing");

  /** Notices an interrupt only when it is let awake. */
  private void sleep(Duration duration) throws InterruptedException {
    asleep.countDown();
    while (!awake.get()) {
      Thread.onSpinWait();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void fallAsleep() throws InterruptedException {
    thread.setDaemon(true);
    thread.start();
    assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_close_alone_ends_the_pause_and_is_no_interrupt() throws Exception {
    fallAsleep();
    pauses.close();
    awake.set(true);

    assertThat(pause.get()).isFalse();
  }

  @Test
  void an_interrupt_before_the_close_is_not_lost() throws Exception {
    fallAsleep();
    thread.interrupt();
    pauses.close();
    awake.set(true);

    assertThat(pause)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void after_the_close_nobody_falls_asleep() throws Exception {
    pauses.close();

    assertThat(pauses.await(Duration.ofDays(1))).isFalse();
    assertThat(asleep.getCount()).isEqualTo(1);
  }
}
