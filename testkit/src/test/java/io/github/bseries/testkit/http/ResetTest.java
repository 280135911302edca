// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reset that fails can be tried again; one that goes well leaves no port to others. */
@Timeout(60)
class ResetTest {

  private final Simulation simulation =
      new Simulation(SimulatorOptions.parse(List.of())::newPair, 0);
  private final ControlApi api = new ControlApi(simulation);
  private final int port = simulation.server().a().port();

  @AfterEach
  void close() {
    simulation.close();
  }

  private ControlAnswer reset() {
    return api.answer("POST", "/reset", "");
  }

  private static ServerSocket take(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  @Test
  void one_that_fails_for_a_port_that_is_in_use_goes_well_when_the_port_is_free() throws Exception {
    api.answer("POST", "/appliances/a/power", "{\"power\":\"off\"}");
    try (ServerSocket taken = take(port)) {
      ControlAnswer failed = reset();

      assertThat(failed.status()).as(failed.toString()).isEqualTo(500);
      assertThat(failed.body().toString()).contains("port " + taken.getLocalPort());
      assertThat(simulation.server().caCertificate()).exists();
    }

    assertThat(reset().status()).isEqualTo(200);

    assertThat(simulation.server().caCertificate()).exists();
    PlainCaller caller = new PlainCaller(simulation.server().caCertificate());
    assertThat(caller.get(simulation.server().a(), "/check_health").status()).isEqualTo(200);
    assertThat(caller.get(simulation.server().site(), "/check_health").status()).isEqualTo(200);
  }

  @Test
  void a_port_that_is_served_is_at_no_moment_free_for_others() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger grabs = new AtomicInteger();
    CountDownLatch tried = new CountDownLatch(1);
    Thread thief =
        new Thread(
            () -> {
              while (!over.get()) {
                try (ServerSocket grabbed = take(port)) {
                  grabs.addAndGet(grabbed.isBound() ? 1 : 0);
                } catch (IOException e) {
                  tried.countDown();
                }
              }
            });
    thief.start();
    tried.await();

    for (int i = 0; i < 10; i++) {
      ControlAnswer answer = reset();
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    over.set(true);
    thief.join();
    assertThat(grabs).hasValue(0);
    PlainCaller caller = new PlainCaller(simulation.server().caCertificate());
    assertThat(caller.get(simulation.server().a(), "/check_health").status()).isEqualTo(200);
  }

  @Test
  void a_pair_that_cannot_be_made_leaves_the_old_one_as_it_is() throws Exception {
    AtomicBoolean fails = new AtomicBoolean();
    var working = SimulatorOptions.parse(List.of());
    try (Simulation frail =
        new Simulation(
            () -> {
              if (fails.get()) {
                throw new UnsupportedOperationException("on purpose");
              }
              return working.newPair();
            },
            0)) {
      fails.set(true);
      var before = frail.pair();

      ControlAnswer answer = new ControlApi(frail).answer("POST", "/reset", "");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(frail.pair()).isSameAs(before);
      PlainCaller caller = new PlainCaller(frail.server().caCertificate());
      assertThat(caller.get(frail.server().a(), "/check_health").status()).isEqualTo(200);
    }
  }

  @Test
  void a_simulation_that_is_closed_is_not_begun_anew() {
    simulation.close();

    assertThat(reset().status()).isEqualTo(409);
  }
}
