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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SimulatedPairTest
class BackupAndProbeCommandTest {

  @TempDir private Path folder;

  @Test
  void a_backup_is_one_file_with_its_digest(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    Path file = folder.resolve("site.nsb");

    ToolRun run =
        ToolRun.on(addresses, account, "backup", "download", "--to", file.toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json().getString("file")).isEqualTo(file.toString());
    assertThat(run.json().getJsonNumber("sizeBytes").longValue()).isEqualTo(1_048_576);
    assertThat(run.json().getString("sha256")).isEqualTo(pair.a().backup().orElseThrow().sha256());
    assertThat(file).hasSize(1_048_576);
  }

  @Test
  void a_page_is_no_backup(SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a()
        .misbehaves(
            CallKind.BACKUP,
            new ApplianceFault.Answers(
                200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>"));

    ToolRun run =
        ToolRun.on(
            addresses,
            account,
            "backup",
            "download",
            "--to",
            folder.resolve("site.nsb").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a page of HTML");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void half_a_backup_is_none(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().misbehaves(CallKind.BACKUP, new ApplianceFault.CutsAnswer(500_000));

    ToolRun run =
        ToolRun.on(
            addresses,
            account,
            "backup",
            "download",
            "--json",
            "--to",
            folder.resolve("site.nsb").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("broke off");
    assertThat(run.json().getString("verdict")).isEqualTo("critical");
    assertThat(run.json().getString("reason")).contains("broke off");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_that_exists_is_a_mistake_of_the_user(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    Path file = Files.writeString(folder.resolve("site.nsb"), "mine");

    ToolRun run = ToolRun.on(addresses, account, "backup", "download", "--to", file.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains(file.toString(), "name another file");
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_probe_needs_no_account(PairAddresses addresses) {
    ToolRun run =
        ToolRun.of(
            Map.of(),
            "probe",
            "--primary",
            ToolRun.url(addresses.a()),
            "--trust",
            addresses.caCertificate().toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("primary +answers");
  }

  @Test
  void a_probe_that_fails_is_critical_and_one_that_cannot_be_told_unknown(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.b().powerOff();
    ToolRun silent = ToolRun.on(addresses, account, "probe", "--json");
    pair.a().ails("The disk is full");
    ToolRun ailing = ToolRun.on(addresses, account, "probe", "--json");

    assertThat(silent.code()).isEqualTo(3);
    assertThat(silent.json().getJsonObject("backup").getString("probe")).isEqualTo("unknown");
    assertThat(ailing.code()).isEqualTo(2);
    assertThat(ailing.json().getJsonObject("primary").getString("probe")).isEqualTo("ails");
  }
}
