// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedPair;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said is done or refused; nothing is ignored, and nothing is done by saying nothing. */
@Timeout(60)
class ControlQueriesTest {

  private static final String JSON = "Content-Type: application/json";

  private final Simulation simulation =
      new Simulation(SimulatorOptions.parse(List.of())::newPair, 0);
  private final ControlServer control = new ControlServer(new ControlApi(simulation), 0);

  @AfterEach
  void close_both() {
    control.close();
    simulation.close();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  private RawAnswer send(String method, String target, String body) throws IOException {
    String request =
        PlainCaller.request(method, target, body, JSON)
            .replace("Host: support.example.com", "Host: 127.0.0.1:" + control.port());
    try (Socket socket = new Socket("127.0.0.1", control.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new RawAnswer(socket.getInputStream().readAllBytes());
    }
  }

  private void placeTwo() throws IOException {
    send("POST", "/faults", "{\"fault\":\"loses-answer\"}");
    send("POST", "/faults", "{\"fault\":\"too-many-calls\"}");
    assertThat(pair().callFaults().inForce()).hasSize(2);
  }

  @Test
  void the_fault_that_a_query_names_is_removed_and_no_other() throws IOException {
    placeTwo();

    assertThat(send("DELETE", "/faults?id=fault-1", "").status()).isEqualTo(200);
    assertThat(send("DELETE", "/faults?id=fault-1", "").status()).isEqualTo(404);

    assertThat(pair().callFaults().inForce()).extracting(it -> it.id()).containsExactly("fault-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /faults?ids=fault-1 | ''",
        "DELETE | /faults?id= | ''",
        "DELETE | /faults?id=fault-1&id=fault-2 | ''",
        "DELETE | /faults?id=fault-1 | {\"id\":\"fault-2\"}",
        "POST | /time?advance=P1D | ''",
        "POST | /appliances/a/power?power=off | {\"power\":\"on\"}",
        "POST | /reset?now | ''",
        "GET | /state?side=a | ''"
      })
  void another_query_is_refused_and_changes_nothing(String method, String target, String body)
      throws IOException {
    placeTwo();
    SimulatedPair before = pair();

    RawAnswer answer = send(method, target, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.rawBody()).contains("fields go into the body");
    assertThat(pair()).isSameAs(before);
    assertThat(pair().callFaults().inForce()).hasSize(2);
    assertThat(pair().time().instant()).isBefore(Instant.now().plusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/time | {} | advance, factor",
        "/time | '' | advance, factor",
        "/appliances/a/settings | {} | allowList, automaticFailover,",
        "/appliances/b/settings | '' | xmlApi"
      })
  void a_request_that_says_nothing_is_told_what_it_could_say(String path, String body, String words)
      throws IOException {
    RawAnswer answer = send("POST", path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.rawBody()).contains("there is no field").contains(words);
  }
}
