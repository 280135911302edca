// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplianceFrontTest {

  @Test
  void what_fails_inside_is_answered_and_remembered_as_any_other_call() throws IOException {
    SimulatedPair pair = SimulatedPair.create();
    ApplianceFront front = new ApplianceFront(pair, pair.a(), Map.of("/broken", new Broken()));
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket server = listener.accept()) {
      RelayedConnection connection =
          new RelayedConnection(client, server, new RelayGate(false), () -> {});

      Answer answer = front.answer(new Call("GET", "/broken", null, Map.of(), ""), connection);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).doesNotContain("on purpose");
    }
    assertThat(pair.a().recordedCalls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.status()).isEqualTo(500);
              assertThat(call.carriedOut()).isFalse();
            });
  }

  private record Broken() implements Endpoint {

    @Override
    public Set<String> methods() {
      return Set.of("GET");
    }

    @Override
    public boolean needsToken() {
      return false;
    }

    @Override
    public Answer answer(Arrival arrival) {
      throw new UnsupportedOperationException("on purpose");
    }
  }
}
