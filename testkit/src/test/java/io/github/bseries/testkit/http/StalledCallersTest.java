// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.LinkState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection through a gate that is shut. */
@Timeout(60)
class StalledCallersTest {

  private final RelayGate gate = new RelayGate(false);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket listener = listener();
  private final Socket caller = socket();
  private final Socket relayClient = accept();
  private final Socket relayServer = socket();
  private final Socket server = accept();
  private final RelayedConnection connection =
      new RelayedConnection(relayClient, relayServer, gate, closed::countDown);

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, 4, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Socket socket() {
    try {
      return new Socket(listener.getInetAddress(), listener.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Socket accept() {
    try {
      return listener.accept();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close_all() throws IOException {
    connection.close();
    caller.close();
    server.close();
    listener.close();
  }

  @Test
  void it_ends_when_its_caller_gives_up_after_a_request() throws Exception {
    gate.carry(LinkState.STALLED);
    connection.start(work -> LinkRelay.daemon("test", work).start());
    caller.getOutputStream().write(new byte[10]);

    caller.close();

    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.getInputStream().read()).as("nothing passed").isEqualTo(-1);
  }

  @Test
  void it_ends_when_its_caller_gives_up_while_the_answer_waits() throws Exception {
    connection.start(work -> LinkRelay.daemon("test", work).start());
    caller.getOutputStream().write(1);
    assertThat(server.getInputStream().read()).isEqualTo(1);
    gate.carry(LinkState.STALLED);
    server.getOutputStream().write(new byte[10]);

    caller.close();

    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void all_that_was_sent_meanwhile_passes_in_order_when_it_opens() throws Exception {
    byte[] bytes = new byte[3_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 251);
    }
    gate.carry(LinkState.STALLED);
    connection.start(work -> LinkRelay.daemon("test", work).start());
    caller.getOutputStream().write(bytes, 0, 1_000);
    Thread rest =
        LinkRelay.daemon(
            "test",
            () -> {
              try {
                caller.getOutputStream().write(bytes, 1_000, bytes.length - 1_000);
              } catch (IOException e) {
                closed.countDown();
              }
            });
    rest.start();

    gate.carry(LinkState.UP);

    assertThat(server.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
    assertThat(closed.getCount()).isEqualTo(1);
  }
}
