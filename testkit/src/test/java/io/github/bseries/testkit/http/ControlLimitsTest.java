// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ControlLimitsTest {

  @Test
  void the_more_often_users_begin_sessions_the_smaller_a_step_and_a_factor_can_be() {
    var options = SimulatorOptions.parse(List.of("--session-every", "1"));
    try (Simulation simulation = new Simulation(options::newPair, 0)) {
      ControlApi api = new ControlApi(simulation);

      assertThat(api.answer("POST", "/time", "{\"advance\":\"P1D\"}").body().toString())
          .contains("from PT0S to PT13H53M20S");
      assertThat(api.answer("POST", "/time", "{\"factor\":1001}").body().toString())
          .contains("1 to 1000");
      assertThat(
              api.answer("POST", "/time", "{\"advance\":\"PT13H53M20S\",\"factor\":1000}").status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--speed 86401 | \"86401\" | at most 86400",
        "--speed 1001 --session-every 1 | \"1001\" | at most 1000",
        "--session-every 10 --speed 2e4 | \"2e4\" | at most 10000"
      })
  void the_speed_at_the_start_keeps_to_the_same_rule(
      String arguments, String value, String wayOut) {
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of(arguments.split(" "))))
        .isInstanceOf(SimulatorOptions.WrongArgument.class)
        .hasMessageContaining("--speed is " + value)
        .hasMessageContaining(wayOut);
  }

  @ParameterizedTest
  @CsvSource({"--speed 86400", "--session-every 1 --speed 1000", "--speed 0.01"})
  void a_speed_that_keeps_to_it_is_taken(String arguments) {
    assertThat(SimulatorOptions.parse(List.of(arguments.split(" "))).speed()).isPositive();
  }
}
