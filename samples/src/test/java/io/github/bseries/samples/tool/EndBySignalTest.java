// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends a real process by a signal while it waits for a backup that never comes. */
@SimulatedPairTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EndBySignalTest {

  @TempDir private Path parent = Path.of("");

  private static Process start(PairAddresses addresses, SimulatedAccount account, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(BseriesTool.class.getName());
    command.addAll(List.of(args));
    command.addAll(
        List.of(
            "--primary", ToolRun.url(addresses.a()),
            "--backup", ToolRun.url(addresses.b()),
            "--site", ToolRun.url(addresses.site()).replace("127.0.0.1", "localhost"),
            "--trust", addresses.caCertificate().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(ToolRun.environment(account));
    return builder.start();
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void a_run_that_is_ended_leaves_nothing_unfinished_in_the_archive(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws Exception {
    pair.a().misbehaves(CallKind.BACKUP, new ApplianceFault.Stalls());
    Path archive = parent.resolve("archive");
    Process run =
        start(addresses, account, "backup", "run", "--archive", archive.toString(), "--json");
    while (run.isAlive() && names(archive).stream().noneMatch(it -> it.startsWith(".storing-"))) {
      Thread.onSpinWait();
    }

    // Destroyed through its handle, it leaves what it printed to be read.
    run.toHandle().destroy();
    String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(told).isEqualTo(143);
    assertThat(told).contains("bseries: no backup: ended by a signal").doesNotContain("may be");
    assertThat(names(archive)).as(told).containsExactly(".bseries-archive.lock");
  }
}
