// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive to which somebody else writes all the time. */
@SimulatedPairTest
class PatienceOptionTest {

  @TempDir private Path folder = Path.of("");
  private String archive = "";
  private List<String> names = List.of();

  @BeforeEach
  void keep_two_backups(PairAddresses addresses, SimulatedAccount account) {
    archive = folder.resolve("archive").toString();
    ToolRun run = ToolRun.on(addresses, account, "backup", "run", "--archive", archive, "--json");
    names =
        run.json().getJsonArray("stored").getValuesAs(JsonObject.class).stream()
            .map(backup -> backup.getString("name"))
            .toList();
  }

  private ToolRun local(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("backup", command, "--archive", archive));
    words.addAll(List.of(more));
    return ToolRun.of(Map.of(), words.toArray(String[]::new));
  }

  @Test
  void is_how_long_a_command_that_writes_waits(PairAddresses addresses, SimulatedAccount account)
      throws IOException {
    Path lock = folder.resolve("archive").resolve(".bseries-archive.lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      long start = System.nanoTime();
      ToolRun protect =
          local(
              "protect",
              names.get(0),
              "--by",
              "CHG-1",
              "--reason",
              "before the upgrade",
              "--patience",
              "0");
      ToolRun unprotect = local("unprotect", names.get(0), "--patience", "100ms");
      ToolRun verify = local("verify", "--patience", "0");
      ToolRun prune = local("prune", "--last", "1", "--apply", "--patience", "0");
      ToolRun run =
          ToolRun.on(addresses, account, "backup", "run", "--archive", archive, "--patience", "0");

      // Each of them waits for 30 s unless told.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
      assertThat(held.isValid()).isTrue();
      assertThat(protect.code()).isEqualTo(3);
      assertThat(protect.err()).contains("somebody else has been writing to the archive");
      assertThat(unprotect.code()).isEqualTo(3);
      assertThat(verify.code()).isEqualTo(1);
      assertThat(verify.out()).contains("not written down: somebody else");
      assertThat(prune.code()).isZero();
      assertThat(run.code()).isEqualTo(3);
    }
  }

  @Test
  void is_waited_out_once_however_many_backups_are_named() throws IOException {
    Path lock = folder.resolve("archive").resolve(".bseries-archive.lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      ToolRun verify = local("verify", names.get(0), names.get(1), "--patience", "300ms");

      assertThat(held.isValid()).isTrue();
      assertThat(verify.code()).isEqualTo(1);
      assertThat(verify.out().lines())
          .satisfiesExactly(
              first -> assertThat(first).contains(names.get(0), "for PT0.3S; nothing was changed"),
              second -> assertThat(second).contains(names.get(1), "for PT0S; nothing was changed"));
    }
    assertThat(local("verify", names.get(0), "none").code()).isEqualTo(64);
  }

  @Test
  void is_no_setting_of_a_command_that_only_reads() {
    assertThat(local("list", "--patience", "0").code()).isEqualTo(64);
    assertThat(local("verify", "--patience", "-1s").code()).isEqualTo(64);
    assertThat(local("verify", "--patience", "a while").err()).contains("'a while'");
  }
}
