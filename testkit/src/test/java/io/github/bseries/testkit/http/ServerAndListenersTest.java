// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.SimulatedUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server waits for nobody who waits for it: it holds no lock of its own where others run. */
@Timeout(120)
class ServerAndListenersTest {

  private static final int ROUNDS = 1_500;

  private static SimulatedPair busyPair() {
    return SimulatedPair.builder()
        .time(SimulatedTime.running(10_000))
        .users(SimulatedUsers.every(Duration.ofSeconds(10), Duration.ofMinutes(10)))
        .build();
  }

  private static void disturb(SimulatedPair pair, int round) {
    LinkState state = round % 2 == 0 ? LinkState.SLOW : LinkState.UP;
    pair.changeLink(SimulatedLink.CLIENT_TO_SITE, state);
    FailoverRole role = round % 4 < 2 ? FailoverRole.BACKUP : FailoverRole.PRIMARY;
    pair.a().setFailoverRole(role, false, false);
  }

  private static boolean ends(List<Runnable> works) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(works.size());
    for (Runnable work : works) {
      Thread thread =
          new Thread(
              () -> {
                work.run();
                over.countDown();
              });
      thread.setDaemon(true); // a deadlock must not keep the machine
      thread.start();
    }
    return over.await(60, TimeUnit.SECONDS);
  }

  @Test
  void a_listener_may_take_a_lock_that_others_hold_while_they_use_the_pair() throws Exception {
    SimulatedPair pair = busyPair();
    Object mine = new Object();
    int[] told = {0};
    // Not closed in the end if it hangs: it would hang there, too.
    SimulatedPairServer server = SimulatedPairServer.start(pair);
    pair.addListener(
        () -> {
          synchronized (mine) {
            told[0]++;
          }
        });

    boolean ended =
        ends(
            List.of(
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    synchronized (mine) {
                      disturb(pair, round);
                    }
                  }
                }));

    assertThat(ended).as("no deadlock").isTrue();
    assertThat(told[0]).isPositive();
    server.close();
  }

  @Test
  void two_servers_of_one_pair_do_not_wait_for_each_other() throws Exception {
    SimulatedPair pair = busyPair();
    List<SimulatedPairServer> servers = new ArrayList<>();
    servers.add(SimulatedPairServer.start(pair));
    servers.add(SimulatedPairServer.start(pair));

    Runnable work =
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            disturb(pair, round);
          }
        };
    boolean ended = ends(List.of(work, work));

    assertThat(ended).as("no deadlock").isTrue();
    servers.forEach(SimulatedPairServer::close);
  }
}
