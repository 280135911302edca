// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SimulatedPairTest
class SimulatedPairServerTest {

  private final SimulatedPair pair;
  private final SimulatedPairServer server;
  private final PlainCaller caller;

  SimulatedPairServerTest(SimulatedPair pair, SimulatedPairServer server) {
    this.pair = pair;
    this.server = server;
    this.caller = new PlainCaller(server.caCertificate());
  }

  private String idAt(ApplianceAddress address) throws IOException {
    String token = caller.token(address, pair.account());
    return caller
        .command(address, token, "action=check_health")
        .body()
        .replaceAll("(?s).*<appliance id=\"([0-9a-f]{32})\".*", "$1");
  }

  private void assertRefused(ApplianceAddress address) {
    assertThatThrownBy(() -> caller.get(address, "/check_health"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void each_address_leads_to_its_appliance() throws IOException {
    assertThat(idAt(server.a())).isEqualTo(pair.a().id().value());
    assertThat(idAt(server.b())).isEqualTo(pair.b().id().value());
    assertThat(idAt(server.site())).isEqualTo(pair.a().id().value());
  }

  @Test
  void each_address_bears_the_name_of_the_site() {
    assertThat(server.a().host()).isEqualTo("127.0.0.1");
    assertThat(server.a().name()).isEqualTo("support.example.com");
    assertThat(server.addresses())
        .isEqualTo(
            new PairAddresses(server.a(), server.b(), server.site(), server.caCertificate()));
  }

  @Test
  void the_site_is_refused_while_both_are_backup_and_then_leads_to_the_new_primary()
      throws IOException {
    pair.a().setFailoverRole(FailoverRole.BACKUP, false, false);
    assertRefused(server.site());

    pair.advance(Duration.ofSeconds(5));

    assertThat(idAt(server.site())).isEqualTo(pair.b().id().value());
  }

  @Test
  void an_appliance_that_is_off_refuses_and_answers_again_at_the_same_address_when_it_is_on()
      throws IOException {
    ApplianceAddress address = server.a();
    pair.a().powerOff();

    assertRefused(address);
    assertRefused(server.site());
    assertThat(caller.get(server.b(), "/check_health").status()).isEqualTo(200);

    pair.a().powerOn();

    assertThat(caller.get(address, "/check_health").status()).isEqualTo(200);
    assertThat(caller.get(server.site(), "/check_health").status()).isEqualTo(200);
  }

  @Test
  @Timeout(20)
  void open_connections_end_with_the_power() throws IOException {
    try (SSLSocket own = caller.connect(server.a());
        SSLSocket viaSite = caller.connect(server.site());
        SSLSocket peer = caller.connect(server.b())) {
      pair.a().powerOff();

      assertThat(PlainCaller.isAtItsEnd(own)).isTrue();
      assertThat(PlainCaller.isAtItsEnd(viaSite)).isTrue();
      peer.getOutputStream()
          .write(
              PlainCaller.request("GET", "/check_health", "").getBytes(StandardCharsets.US_ASCII));
      assertThat(peer.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void the_certificate_is_not_valid_for_another_name() {
    assertThatThrownBy(() -> caller.get(server.a().named("other.example.com"), "/check_health"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void the_certificate_is_valid_for_this_machine_too() throws IOException {
    ApplianceAddress site = server.site();

    assertThat(caller.get(site.named("localhost"), "/check_health").status()).isEqualTo(200);
    assertThat(caller.get(site.named("127.0.0.1"), "/check_health").status()).isEqualTo(200);
  }

  @Test
  @Timeout(60)
  void many_can_call_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(24);
    CountDownLatch together = new CountDownLatch(24);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      answers.add(
          threads.submit(
              () -> {
                together.countDown();
                together.await();
                return caller.get(server.a(), "/check_health").status();
              }));
    }

    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pair.a().recordedCalls()).hasSize(24);
  }

  @Test
  void closing_it_ends_everything_and_can_be_done_twice() throws IOException {
    SimulatedPair other = SimulatedPair.create();
    SimulatedPairServer closing = SimulatedPairServer.start(other);
    ApplianceAddress address = closing.a();
    Path directory = closing.caCertificate().getParent();
    assertThat(Files.getPosixFilePermissions(directory)).hasSize(3);

    closing.close();
    closing.close();

    assertRefused(address);
    assertThat(directory).doesNotExist();
    other.a().powerOff();
    other.a().powerOn();
    assertRefused(address);
  }

  @Test
  void ports_can_be_chosen_and_a_port_in_use_is_named() {
    assertThatThrownBy(() -> SimulatedPairServer.start(SimulatedPair.create(), server.b().port()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("port " + server.b().port());
    assertThatThrownBy(() -> SimulatedPairServer.start(pair, 65_534))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_single_appliance_has_no_b() throws IOException {
    SimulatedPair single = SimulatedPair.single();
    try (SimulatedPairServer alone = SimulatedPairServer.start(single)) {
      PlainCaller visitor = new PlainCaller(alone.caCertificate());

      assertThat(visitor.get(alone.site(), "/check_health").status()).isEqualTo(200);
      assertThatThrownBy(alone::b).isInstanceOf(IllegalStateException.class);
      String token = visitor.token(alone.a(), single.account());
      assertThat(visitor.command(alone.a(), token, "action=check_health").body())
          .contains("\t\t<failover_role>none</failover_role>\n\t\t\t</health_check>");
    }
  }

  @Test
  @Timeout(30)
  void on_running_time_the_site_follows_by_itself() throws Exception {
    SimulatedPair running = SimulatedPair.builder().time(SimulatedTime.running(1000)).build();
    CountDownLatch swapped = new CountDownLatch(1);
    // A data sync may be due in between, and listeners hear of that as well.
    running.addListener(
        () -> running.siteHolder().filter(running.b()::equals).ifPresent(b -> swapped.countDown()));
    try (SimulatedPairServer alive = SimulatedPairServer.start(running)) {
      running.a().setFailoverRole(FailoverRole.BACKUP, false, false);

      assertThat(swapped.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(running.siteHolder()).contains(running.b());
      assertThat(alive.toString()).contains("https://127.0.0.1:");
    }
  }
}
