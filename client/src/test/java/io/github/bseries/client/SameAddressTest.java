// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host name of these tests has two addresses; each of them is another appliance. */
class SameAddressTest {

  private static final String CHANGED = "<success>Successfully changed role.</success>";

  @Test
  void a_role_change_goes_to_the_address_that_was_looked_at_or_nowhere() throws Exception {
    ScriptedServer[] itself = new ScriptedServer[1];
    try (ScriptedServer one =
            ScriptedServer.at(
                new InetSocketAddress("127.0.0.2", 0),
                request -> {
                  itself[0].stopListening();
                  return Reply.xml(Recorded.health("primary"));
                });
        ScriptedServer other =
            ScriptedServer.at(
                new InetSocketAddress("127.0.0.3", one.address().port()),
                request -> Reply.xml(CHANGED))) {
      itself[0] = one;
      assertThat(List.of(InetAddress.getAllByName("localhost"))).hasSize(2);

      try (ApplianceClient client = client(one.address().port())) {
        assertThatThrownBy(
                () -> client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)))
            .isInstanceOf(UnreachableException.class);
      }

      assertThat(one.requests("check_health")).hasSize(1);
      assertThat(other.requests("set_failover_role")).isEmpty();
    }
  }

  @Test
  void a_name_that_is_none_is_refused_before_anything_is_called() {
    ApplianceClientBuilder builder =
        ApplianceClient.builder().address(ApplianceAddress.parse("https://xn--0.example"));

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("xn--0.example is no host name");
  }

  private static ApplianceClient client(int port) {
    return ApplianceClient.builder()
        .address(ApplianceAddress.parse("http://localhost:" + port))
        .account(ScriptedClient.account())
        .plainHttpOnLoopback(true)
        .build();
  }
}
