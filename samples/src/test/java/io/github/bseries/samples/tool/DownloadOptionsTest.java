// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a backup is brought home, as a user says it on the command line. */
@SimulatedPairTest
class DownloadOptionsTest {

  private static final String RECIPIENT =
      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

  @TempDir private Path folder = Path.of("");
  private String file = "";
  private String archive = "";

  @BeforeEach
  void place() {
    file = folder.resolve("site.nsb").toString();
    archive = folder.resolve("archive").toString();
  }

  private int kept() {
    return BackupArchive.open(Path.of(archive)).catalogue().backups().size();
  }

  @Test
  void below_the_smallest_length_nothing_is_called_a_backup(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun download =
        ToolRun.on(addresses, account, "backup", "download", "--to", file, "--smallest", "1048577");
    ToolRun tooSmall =
        ToolRun.on(addresses, account, "backup", "run", "--archive", archive, "--smallest", "2MiB");
    int before = kept();
    ToolRun run =
        ToolRun.on(addresses, account, "backup", "run", "--archive", archive, "--smallest", "1MiB");

    assertThat(download.code()).isEqualTo(2);
    assertThat(download.err()).contains("1048576 bytes, too few for a backup, which has 1048577");
    assertThat(Path.of(file)).doesNotExist();
    assertThat(tooSmall.code()).isEqualTo(2);
    assertThat(tooSmall.out()).contains("too few for a backup, which has 2097152");
    assertThat(before).isZero();
    assertThat(run.code()).isZero();
    assertThat(kept()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1KB", "many", "0GiB", "1.5GiB"})
  void a_length_that_is_none_is_a_mistake_of_the_user(String size) {
    ToolRun run = ToolRun.of(Map.of(), "backup", "download", "--to", file, "--smallest", size);

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("'" + size + "'");
  }

  @Test
  void an_end_that_may_be_a_cut_is_taken_if_that_is_accepted_and_is_told(SimulatedAccount account)
      throws Exception {
    try (UnprovenEnds server = new UnprovenEnds(folder)) {
      String[] words = {
        "backup",
        "download",
        "--to",
        file,
        "--primary",
        server.url(),
        "--trust",
        server.certificate()
      };
      ToolRun refused = ToolRun.of(ToolRun.environment(account), words);
      ToolRun taken =
          ToolRun.of(ToolRun.environment(account), with(words, "--accept-unproven-end"));
      words[3] = file + "2";
      ToolRun json =
          ToolRun.of(ToolRun.environment(account), with(words, "--accept-unproven-end", "--json"));

      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("neither a length nor chunks");
      assertThat(taken.err()).isEmpty();
      assertThat(taken.code()).isEqualTo(1);
      assertThat(taken.out()).contains("end      unproven: it may be a cut");
      assertThat(Path.of(file)).hasSize(UnprovenEnds.SIZE_BYTES);
      assertThat(json.code()).isEqualTo(1);
      assertThat(json.json().getString("verdict")).isEqualTo("warning");
      assertThat(json.json().getString("end")).isEqualTo("unproven");
      assertThat(json.json().getBoolean("encrypted")).isFalse();
    }
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  @Test
  void an_encrypted_download_tells_what_is_in_it_and_how_its_end_is_proven(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    String plain = pair.a().backup().orElseThrow().sha256();

    ToolRun text =
        ToolRun.on(
            addresses, account, "backup", "download", "--to", file, "--recipient", RECIPIENT);
    ToolRun json =
        ToolRun.on(
            addresses,
            account,
            "backup",
            "download",
            "--json",
            "--to",
            file + "2",
            "--recipient",
            RECIPIENT);

    assertThat(text.out())
        .contains("plain    1048576 bytes", "SHA-256  " + plain + " of the plain content")
        .containsPattern("end +proven by its (length|last chunk)");
    assertThat(json.json().getJsonNumber("plainSizeBytes").longValue()).isEqualTo(1_048_576);
    assertThat(json.json().getString("plainSha256")).isEqualTo(plain);
    assertThat(json.json().getString("sha256")).isNotEqualTo(plain);
    assertThat(json.json().getBoolean("encrypted")).isTrue();
    assertThat(json.json().getString("end")).isIn("length", "last chunk");
  }

  @Test
  void a_run_without_the_permission_fails_on_both_sides_and_names_the_box_to_tick(
      PairAddresses addresses, SimulatedAccount account) {
    account.changePermissions(account.permissions().withBackup(false));

    ToolRun text = ToolRun.on(addresses, account, "backup", "run", "--archive", archive);
    ToolRun json = ToolRun.on(addresses, account, "backup", "run", "--archive", archive, "--json");

    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out())
        .doesNotContain("role of backup")
        .contains("\n  Allow access to the Backup API for the account on the page Management");
    assertThat(json.json().getJsonArray("missed").getValuesAs(JsonObject.class))
        .extracting(it -> it.getString("side"), it -> it.getString("remedy").substring(0, 30))
        .containsExactly(
            tuple("normal primary", "Allow access to the Backup API"),
            tuple("normal backup", "Allow access to the Backup API"));
  }

  @Test
  void a_side_that_sends_nothing_is_given_up_after_the_idle_timeout_and_the_other_is_stored(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().misbehaves(CallKind.BACKUP, new ApplianceFault.Stalls());
    long start = System.nanoTime();

    ToolRun run =
        ToolRun.on(
            addresses, account, "backup", "run", "--archive", archive, "--idle-timeout", "700ms");

    // Far below the five minutes that it would wait otherwise.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("normal primary: no backup");
    assertThat(kept()).isEqualTo(1);
  }
}
