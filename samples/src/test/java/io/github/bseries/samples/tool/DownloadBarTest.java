// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.DownloadProgress;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatedPairTest
class DownloadBarTest {

  private static final long MIB = 1 << 20;

  @TempDir private Path folder = Path.of("");
  private final StringWriter err = new StringWriter();
  private final DownloadBar bar = DownloadBar.on(new PrintWriter(err), true);

  private static DownloadProgress begun(@Nullable Long total, @Nullable Long expected) {
    return new DownloadProgress(0, total, expected, Duration.ZERO, false);
  }

  private static DownloadProgress going(long bytes) {
    return new DownloadProgress(bytes, null, null, Duration.ofSeconds(1), false);
  }

  private static DownloadProgress complete(long bytes) {
    return new DownloadProgress(bytes, null, null, Duration.ofSeconds(2), true);
  }

  /** Each state of the line, in the order in which they were to be seen. */
  private List<String> seen() {
    return err.toString().lines().toList();
  }

  private String last() {
    return seen().get(seen().size() - 1);
  }

  @Test
  void a_whole_download_leaves_one_line_with_its_length() {
    bar.accept(begun(8 * MIB, null));
    bar.accept(complete(8 * MIB));

    assertThat(err.toString()).startsWith("\r").endsWith(System.lineSeparator());
    assertThat(err.toString().split("\n")).hasSize(1);
    assertThat(last()).startsWith("backup 100%").contains(" 8/8 MiB ");
  }

  @Test
  void what_was_expected_is_a_guess_and_what_came_counts() {
    bar.accept(begun(null, 16 * MIB));
    bar.accept(going(4 * MIB));
    bar.close();
    assertThat(last()).startsWith("backup  25%").contains(" 4/16 MiB ");

    bar.accept(begun(null, 16 * MIB));
    bar.accept(complete(20 * MIB));
    assertThat(last()).startsWith("backup 100%").contains(" 20/20 MiB ");
  }

  @Test
  void without_any_length_it_has_no_end() {
    bar.accept(begun(null, null));
    bar.accept(going(4 * MIB));
    bar.close();

    assertThat(last()).contains(" 4/? MiB ");
  }

  @Test
  void a_download_after_one_that_broke_off_has_a_line_of_its_own() {
    bar.accept(begun(8 * MIB, null));
    bar.accept(going(2 * MIB));
    bar.accept(begun(4 * MIB, null));
    bar.accept(complete(4 * MIB));

    String[] lines = err.toString().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).contains(" 2/8 MiB ");
    assertThat(last()).contains(" 4/4 MiB ");
  }

  @Test
  void no_line_is_wider_than_a_terminal() {
    bar.accept(begun(8_000_000 * MIB, null));
    bar.accept(complete(8_000_000 * MIB));

    assertThat(seen()).isNotEmpty().allMatch(line -> line.length() <= 79);
  }

  @Test
  void nothing_is_shown_to_nobody() {
    DownloadBar none = DownloadBar.on(new PrintWriter(err), false);
    none.accept(begun(8 * MIB, null));
    none.accept(complete(8 * MIB));
    none.close();

    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, true",
    "/dev/tty1, true",
    "/dev/console, true",
    "/dev/null, false",
    "pipe:[4711], false",
    "/var/log/backup.log, false"
  })
  void a_terminal_is_known_by_its_name(String file, boolean terminal) {
    assertThat(DownloadBar.isTerminal(file)).isEqualTo(terminal);
  }

  @Test
  void it_is_shown_on_standard_error_when_asked_for_and_the_result_stays_alone(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun asked = download(addresses, account, "one", "--progress");
    ToolRun declined = download(addresses, account, "two", "--no-progress");

    assertThat(asked.err()).contains("backup 100%", " 1/1 MiB ");
    assertThat(asked.out().lines()).hasSize(1);
    assertThat(asked.json().getString("verdict")).isEqualTo("fine");
    assertThat(declined.err()).isEmpty();
    assertThat(declined.code()).isZero();
  }

  @Test
  void both_sides_of_a_run_have_a_line(PairAddresses addresses, SimulatedAccount account) {
    String archive = folder.resolve("archive").toString();
    ToolRun run =
        ToolRun.on(
            addresses, account, "backup", "run", "--archive", archive, "--json", "--progress");

    assertThat(run.code()).isZero();
    assertThat(run.err().split("\n")).hasSize(2).allMatch(line -> line.contains("backup 100%"));
    assertThat(run.json().getJsonArray("stored")).hasSize(2);
  }

  private ToolRun download(
      PairAddresses addresses, SimulatedAccount account, String file, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("backup", "download", "--json", "--to", folder.resolve(file).toString()));
    args.addAll(Arrays.asList(more));
    return ToolRun.on(addresses, account, args.toArray(String[]::new));
  }
}
