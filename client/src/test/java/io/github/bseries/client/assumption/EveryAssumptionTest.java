// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.AssumedSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every assumption about appliances by itself: for each switch a situation in which its behaviours
 * differ, and what the client makes of each.
 */
@Timeout(60)
class EveryAssumptionTest {

  private static final Map<AssumedSwitch, Scenario> SCENARIOS = scenarios();

  private static Map<AssumedSwitch, Scenario> scenarios() {
    Map<AssumedSwitch, Scenario> all = new EnumMap<>(RoleScenarios.all());
    all.putAll(DataScenarios.all());
    all.putAll(DoorScenarios.all());
    return all;
  }

  private static Scenario of(AssumedSwitch each) {
    return assertThat(SCENARIOS).as("scenarios").extractingByKey(each).isNotNull().actual();
  }

  @Test
  void every_switch_has_a_scenario() {
    assertThat(SCENARIOS).containsOnlyKeys(AssumedSwitch.values());
  }

  @ParameterizedTest
  @EnumSource
  void a_scenario_tells_all_behaviours_of_its_switch_apart(AssumedSwitch each) {
    Map<AssumedBehaviour, Seen> seen = of(each).seen();

    assertThat(seen).containsOnlyKeys(each.behaviours());
    assertThat(seen.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void the_client_makes_the_right_thing_of_each_behaviour(
      AssumedBehaviour each, @TempDir Path folder) throws IOException {
    Scenario scenario = of(each.ofSwitch());

    Seen seen = scenario.playWith(each, folder);

    assertThat(seen).isEqualTo(scenario.seen().get(each));
  }
}
