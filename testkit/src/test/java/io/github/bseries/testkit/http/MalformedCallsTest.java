// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller sends, it is the appliance that answers, and that remembers it. */
@SimulatedPairTest
@Timeout(60)
class MalformedCallsTest {

  private static final String JSON = "Content-Type: application/json";

  private final SimulatedPair pair;
  private final SimulatedPairServer server;
  private final PlainCaller caller;

  MalformedCallsTest(SimulatedPair pair, SimulatedPairServer server) {
    this.pair = pair;
    this.server = server;
    this.caller = new PlainCaller(server.caCertificate());
  }

  private String bearer() throws IOException {
    return PlainCaller.bearer(caller.token(server.a(), pair.account()));
  }

  private List<RecordedCall> callsTo(String path) {
    return pair.a().recordedCalls().stream().filter(call -> call.path().equals(path)).toList();
  }

  private static void assertOwn(RawAnswer answer) {
    assertThat(answer.rawBody()).doesNotContain("wiremock", "jetty", "Exception", "\tat ");
    assertThat(answer.headers("Server")).containsExactly("Apache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "a%2", "%ff", "%u0041", "%00", "a=%zz&action=check_health"})
  void a_query_with_a_stray_percent_sign_reaches_the_appliance(String query) throws IOException {
    RawAnswer command = caller.get(server.a(), "/api/command?action=" + query, bearer());
    RawAnswer probe = caller.get(server.a(), "/check_health?x=" + query);

    assertOwn(command);
    assertThat(command.status()).isEqualTo(200);
    assertThat(probe.status()).isEqualTo(200);
    assertThat(callsTo("/api/command")).hasSize(1);
    assertThat(callsTo("/check_health")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"action=%zz", "%", "action=check_health&x=%2", "action=%ff"})
  void so_does_a_form(String form) throws IOException {
    RawAnswer answer = caller.post(server.a(), "/api/command", form, bearer(), PlainCaller.FORM);

    assertOwn(answer);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(callsTo("/api/command")).hasSize(1);
  }

  @Test
  void the_other_parameters_of_such_a_call_count() throws IOException {
    RawAnswer answer = caller.get(server.a(), "/api/command?x=%zz&action=check_health", bearer());

    assertThat(answer.body()).contains("<failover_role>primary</failover_role>");
    assertThat(callsTo("/api/command"))
        .singleElement()
        .satisfies(call -> assertThat(call.parameters()).containsEntry("x", "%zz"));
  }

  @Test
  void it_meets_the_faults_that_are_in_force() throws IOException {
    ForeignAnswer fault = ForeignAnswer.TOO_MANY_CALLS;
    pair.callFaults().place(FaultRule.standing(fault));

    RawAnswer answer = caller.get(server.a(), "/check_health?x=%zz");

    assertThat(callsTo("/check_health"))
        .singleElement()
        .satisfies(call -> assertThat(call.fault()).isEqualTo(fault));
    assertThat(answer.status()).isEqualTo(callsTo("/check_health").get(0).status());
  }

  @Test
  void json_that_is_too_deep_is_refused_in_the_words_of_the_appliance() throws IOException {
    String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    RawAnswer backup = caller.post(server.a(), "/api/backup", deep, bearer(), JSON);
    RawAnswer token = caller.post(server.a(), "/oauth2/token", deep, JSON);

    assertOwn(backup);
    assertThat(backup.body()).contains("Invalid request body");
    assertOwn(token);
    assertThat(token.status()).isEqualTo(400);
    assertThat(callsTo("/api/backup")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1.5", ""})
  void an_answer_whose_length_is_no_number_cannot_be_placed(String length) {
    assertThatThrownBy(() -> new ApplianceFault.Answers(200, Map.of("content-length", length), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("content-length");
  }

  @Test
  void nor_can_a_header_that_is_none() {
    assertThatThrownBy(() -> new ApplianceFault.Answers(200, Map.of("X y", "z"), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ApplianceFault.Answers(200, Map.of("X", "a\r\nY: b"), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ApplianceFault.Answers(200, Map.of("Content-Length", "9"), "x").status())
        .isEqualTo(200);
  }
}
