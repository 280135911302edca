// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Reply;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, since the settings are those of the whole virtual machine. */
@Isolated
class ProxySettingsTest {

  private static final List<String> NAMES =
      List.of(
          "http.proxyHost",
          "http.proxyPort",
          "http.nonProxyHosts",
          "https.proxyHost",
          "https.proxyPort",
          "socksProxyHost",
          "socksProxyPort",
          "socksNonProxyHosts");

  private final Map<String, String> before = new HashMap<>();

  @BeforeEach
  void lead_everything_to_a_port_where_nobody_is() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = closed.getLocalPort();
    }
    for (String name : NAMES) {
      before.put(name, System.getProperty(name));
      System.setProperty(
          name, name.endsWith("Host") ? "127.0.0.1" : name.endsWith("Port") ? "" + port : "");
    }
  }

  @AfterEach
  void restore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  void proxies_of_the_system_do_not_matter() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
        ApplianceClient client = ScriptedClient.of(server)) {
      URI uri = URI.create("http://127.0.0.1:" + server.address().port());

      assertThat(ProxySelector.getDefault().select(uri)).noneMatch(p -> p.address() == null);
      assertThat(client.checkHealth().applianceId()).isEqualTo(Recorded.ID);
    }
  }
}
