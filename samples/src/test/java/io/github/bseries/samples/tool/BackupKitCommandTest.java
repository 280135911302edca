// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SimulatedPairTest
class BackupKitCommandTest {

  @TempDir private Path parent = Path.of("");
  private String archive = "";
  private Path file = Path.of("");

  @BeforeEach
  void declareAndStore(SimulatedPair pair, PairAddresses addresses, SimulatedAccount account)
      throws IOException {
    archive = parent.resolve("archive").toString();
    // The backups of the archive are to be judged, and not those that were declared.
    file = Files.writeString(parent.resolve("pair.json"), WellKeptPair.declared(pair, addresses));
    ToolRun.on(addresses, account, "backup", "run", "--archive", archive);
  }

  private ToolRun kit(PairAddresses addresses, SimulatedAccount account, String... more) {
    List<String> args =
        new ArrayList<>(List.of("backup", "kit", "--archive", archive, "--pair", file.toString()));
    args.addAll(List.of(more));
    return ToolRun.on(addresses, account, args.toArray(String[]::new));
  }

  @Test
  void without_a_look_it_is_unknown_whether_the_backups_fit(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = kit(addresses, account);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "verdict         unknown",
            "passed: A good backup of each side is kept",
            "not judged: The newest backup of each side is of the version that the side runs");
  }

  @Test
  void with_a_look_only_the_password_of_the_new_backups_is_unknown(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = kit(addresses, account, "--live");

    assertThat(run.out())
        .contains("passed: The newest backup of each side is of the version that the side runs")
        .contains("passed: The newest backup of each side is recent")
        .doesNotContain("violated");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void an_upgrade_is_told_the_same_day(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().upgrade("26.1.1 (99999-upgrade)");

    JsonObject json = kit(addresses, account, "--live", "--json").json();

    assertThat(json.getString("verdict")).isNotEqualTo("fine");
    assertThat(json.getJsonArray("findings").getValuesAs(JsonObject.class))
        .filteredOn(it -> it.getString("id").equals("kit.backups-fit-the-version"))
        .singleElement()
        .satisfies(it -> assertThat(it.getString("verdict")).isEqualTo("violated"));
  }
}
