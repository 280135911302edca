// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends much hears all the same why it was refused. */
@Timeout(60)
class ControlBodiesTest {

  private static final int PIECE = 1_000;

  private final Simulation simulation =
      new Simulation(SimulatorOptions.parse(List.of())::newPair, 0);
  private final ControlServer control = new ControlServer(new ControlApi(simulation), 0);

  @AfterEach
  void close_both() {
    control.close();
    simulation.close();
  }

  /** Sends a body in many small pieces, all of it before the answer is read. */
  private RawAnswer send(int pieces, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", control.port())) {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * PIECE);
      out.write(
          ("POST /sync HTTP/1.1\r\nHost: 127.0.0.1:"
                  + control.port()
                  + "\r\nTransfer-Encoding: chunked\r\n"
                  + String.join("\r\n", headers)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      String piece = Integer.toHexString(PIECE) + "\r\n" + " ".repeat(PIECE) + "\r\n";
      byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < pieces; i++) {
        out.write(bytes);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new RawAnswer(socket.getInputStream().readAllBytes());
    }
  }

  @Test
  void a_body_that_is_much_too_long_is_taken_in_before_it_is_refused() throws IOException {
    RawAnswer answer = send(20_000, "Content-Type: application/json");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.rawBody()).contains("a body has at most 1000000 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin: http://localhost, 403, does not answer to pages",
    "Content-Type: text/plain, 415, send application/json",
  })
  void so_is_one_that_must_not_be_sent_at_all(String header, int status, String words)
      throws IOException {
    RawAnswer answer = send(10_000, header);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.rawBody()).contains(words);
  }
}
