// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.BackupSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nobody can do anything by hand on an appliance that is off. */
class OffByHandTest {

  private static final Map<String, Consumer<SimulatedAppliance>> BY_HAND =
      new TreeMap<>(
          Map.of(
              "save",
              it -> it.failoverPage().save(BackupSettings.builder().backupOperations(true).build()),
              "add",
              it -> it.networkPage().add("12.12.1.60"),
              "remove",
              it -> it.networkPage().remove("12.12.1.52"),
              "enable",
              it -> it.networkPage().enable("12.12.1.52"),
              "disable",
              it -> it.networkPage().disable("12.12.1.52"),
              "enableSharedIp",
              SimulatedAppliance::enableSharedIp,
              "disableSharedIp",
              SimulatedAppliance::disableSharedIp,
              "upgrade",
              it -> it.upgrade("25.1.1")));

  @Test
  void each_is_refused_and_changes_nothing() {
    SimulatedPair pair = SimulatedPair.create();
    pair.a().powerOff();
    String before = pair.history() + state(pair.a());

    BY_HAND.forEach(
        (name, action) ->
            assertThatThrownBy(() -> action.accept(pair.a()))
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a is off"));

    assertThat(pair.history() + state(pair.a())).isEqualTo(before);
  }

  @Test
  void what_befalls_it_is_no_work_of_hands() {
    SimulatedPair pair = SimulatedPair.create();
    pair.a().powerOff();

    pair.a().ails("disk");
    pair.a().clockSkew(Duration.ofMinutes(5));

    assertThat(pair.a().health().errorMessages()).isEqualTo(List.of("disk"));
  }

  private static String state(SimulatedAppliance appliance) {
    return appliance.failoverPage().backupSettings()
        + " "
        + appliance.networkPage().knownIps()
        + appliance.networkPage().enabledIps()
        + appliance.version();
  }
}
