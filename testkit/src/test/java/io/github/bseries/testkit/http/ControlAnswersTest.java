// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is carried out wholly or not at all, and the answer says which. */
@Timeout(60)
class ControlAnswersTest {

  private final Simulation simulation =
      new Simulation(SimulatorOptions.parse(List.of())::newPair, 0);
  private final ControlApi api = new ControlApi(simulation);

  @AfterEach
  void close() {
    simulation.close();
  }

  private SimulatedPair pair() {
    return simulation.pair();
  }

  private ControlAnswer post(String path, String body) {
    return api.answer("POST", path, body.replace('\'', '"'));
  }

  @Test
  void all_settings_of_one_request_are_changed_in_one_moment() {
    List<String> seen = new ArrayList<>();
    pair()
        .addListener(
            () -> seen.add(pair().a().health().errorMessages() + " " + pair().a().version()));

    post(
        "/appliances/a/settings", "{'errorMessages':['disk'],'version':'24.1.1','change':'users'}");
    assertThat(seen).as("one of them is wrong").isEmpty();
    post("/appliances/a/settings", "{'errorMessages':['disk'],'version':'24.1.1'}");

    assertThat(seen).containsExactly("[disk] 24.1.1");
  }

  @Test
  void a_listener_that_fails_is_not_the_answer() {
    pair()
        .addListener(
            () -> {
              throw new IllegalStateException("a listener that fails on purpose");
            });

    assertThat(post("/appliances/a/power", "{'power':'off'}").status()).isEqualTo(200);
    assertThat(pair().a().isOn()).isFalse();
  }

  @Test
  void what_was_done_is_told_apart_from_what_was_refused_and_from_what_failed() {
    ControlAnswer done =
        ControlAnswer.done(
            () -> {
              throw new OutOfMemoryError("on purpose");
            });
    ControlAnswer refused = ControlAnswer.refused(new IllegalStateException("on purpose"));
    ControlAnswer failed = ControlAnswer.refused(new UnsupportedOperationException("on purpose"));

    assertThat(done.status()).isEqualTo(500);
    assertThat(done.body().toString()).contains("this was done, but cannot be shown");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body().toString()).contains("may be done in part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'change':'login-settings'",
        "'mirror':'inter-appliance-key'",
        "'sharedIp':false",
        "'version':'25.1.1'",
        "'backupOperations':true",
        "'automaticFailover':true",
        "'dataSyncInterval':'PT1H'",
        "'primaryTimeout':'PT1H'",
        "'testIps':['8.8.8.8']"
      })
  void nobody_changes_data_on_an_appliance_that_is_off_nor_anything_else_with_it(String what) {
    pair().a().powerOff();

    ControlAnswer answer =
        post("/appliances/a/settings", "{'errorMessages':['disk']," + what + "}");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.body().toString()).contains("a is off");
    assertThat(pair().a().health().errorMessages()).isEmpty();
  }
}
