// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.Observation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AddressResolverTest {

  private static final AddressResolver NONE = host -> List.of();

  private static ScriptedServer at(String ip, int port) throws IOException {
    return ScriptedServer.at(
        new InetSocketAddress(ip, port),
        request ->
            request.asksFor("set_failover_role")
                ? ScriptedServer.Reply.xml("<success>Successfully changed role.</success>")
                : ScriptedServer.Reply.xml(Recorded.health("primary")));
  }

  private static ApplianceClientBuilder client(ScriptedServer server) {
    return ScriptedClient.builder(server)
        .address(ApplianceAddress.parse("http://localhost:" + server.address().port()));
  }

  @Test
  void each_call_asks_anew_so_that_a_swing_is_followed_at_once() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ScriptedServer one = at("127.0.0.4", 0);
        ScriptedServer other = at("127.0.0.5", one.address().port());
        ApplianceClient client =
            client(one)
                .resolver(
                    host ->
                        // The token and the look of the first call go to the one.
                        (calls.incrementAndGet() <= 2
                                ? NONE.withFixed(host, "127.0.0.4")
                                : NONE.withFixed(host, "127.0.0.5"))
                            .addressesOf(host))
                .build()) {
      client.checkHealth();
      client.checkHealth();

      assertThat(one.requests("check_health")).hasSize(1);
      assertThat(other.requests("check_health")).hasSize(1);
    }
  }

  @Test
  void a_role_change_goes_where_was_looked_though_the_name_leads_elsewhere_by_then()
      throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ScriptedServer one = at("127.0.0.4", 0);
        ScriptedServer other = at("127.0.0.5", one.address().port());
        ApplianceClient client =
            client(one)
                .resolver(
                    host ->
                        NONE.withFixed(
                                host, calls.incrementAndGet() <= 2 ? "127.0.0.4" : "127.0.0.5")
                            .addressesOf(host))
                .build()) {
      assertThat(client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)))
          .isInstanceOf(RoleChange.Confirmed.class);

      assertThat(one.requests("set_failover_role")).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void one_that_never_ends_is_given_up_after_the_connect_timeout() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (ScriptedServer server = at("127.0.0.4", 0);
        ApplianceClient client =
            client(server)
                .connectTimeout(Duration.ofMillis(200))
                .attemptsPerRead(1)
                .resolver(
                    host -> {
                      try {
                        end.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return List.of();
                    })
                .build()) {
      assertThat(client.observe())
          .isInstanceOfSatisfying(
              Observation.Silent.class,
              silent ->
                  assertThat(silent.reason())
                      .contains("no address was found for the host name localhost within PT0.2S"));
    } finally {
      end.countDown();
    }
  }

  @Test
  void one_that_fails_is_told_with_its_reason() throws Exception {
    try (ScriptedServer server = at("127.0.0.4", 0);
        ApplianceClient client =
            client(server)
                .attemptsPerRead(1)
                .resolver(
                    host -> {
                      throw new IllegalStateException("the zone is gone");
                    })
                .build()) {
      assertThat(client.observe().summary())
          .contains("the resolver failed for the host name localhost", "the zone is gone");
    }
  }

  @Test
  void a_fixed_host_is_known_and_others_are_asked_for() throws Exception {
    AddressResolver resolver =
        AddressResolver.system().withFixed("Support.Example.com", "192.0.2.1", "2001:db8::1");

    assertThat(resolver.addressesOf("support.example.com"))
        .containsExactly(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("2001:db8::1"));
    assertThat(resolver.addressesOf("localhost")).hasSize(2);
    assertThat(resolver.addressesOf("unknown.example.com")).isEmpty();
  }

  @Test
  void a_fixed_host_has_IP_addresses_only() {
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withFixed("a", "b.example.com"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withFixed("a"))
        .withMessageContaining("give at least one");
  }
}
