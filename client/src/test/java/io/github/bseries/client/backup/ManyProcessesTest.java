// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the hands of real processes. */
@Timeout(180)
class ManyProcessesTest {

  @TempDir private Path folder;

  private static List<String> lines(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void two_processes_take_turns() throws Exception {
    Process one = ArchiveProcess.start(List.of(), folder, 1, 100_000, 10);
    Process other = ArchiveProcess.start(List.of(), folder, 2, 100_000, 10);
    List<String> printed = new ArrayList<>(lines(one));
    printed.addAll(lines(other));

    List<VerifiedBackup> verified = BackupArchive.open(folder).verifyAll();

    assertThat(printed).filteredOn(line -> line.startsWith("stored ")).hasSize(20);
    assertThat(verified).hasSize(20).allMatch(it -> it.backup().isGood());
    assertThat(verified)
        .extracting(it -> it.backup().manifest().number())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 20).map(it -> 21 - it).boxed().toList());
  }

  @Test
  void a_process_is_told_that_another_one_is_writing() throws Exception {
    BackupArchive archive = BackupArchive.open(folder);
    List<String> printed = new ArrayList<>();
    ScriptedSource watched =
        new ScriptedSource()
            .midway(
                () -> {
                  try {
                    Process other =
                        ArchiveProcess.start(
                            List.of("timeout", "--signal=KILL", "5"), folder, 2, 1_000, 1);
                    printed.addAll(lines(other));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });

    archive.store(watched, new StoreRequest("nightly", null));

    assertThat(printed).containsExactly("open");
    assertThat(archive.catalogue().backups()).hasSize(1);
    assertThat(archive.catalogue().remarks()).isEmpty();
  }

  /** The system refuses to write more, in the middle of a file, as it does on a full disk. */
  @Test
  void a_limit_of_the_system_leaves_nothing_and_is_told() throws Exception {
    Process limited =
        ArchiveProcess.start(
            List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash"), folder, 5, 2_000_000, 4);

    assertThat(lines(limited))
        .hasSize(5)
        .filteredOn(line -> !line.equals("open"))
        .allMatch(line -> line.startsWith("failed java.io.UncheckedIOException: cannot write"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(it -> it.getFileName().toString()))
          .containsExactly(".bseries-archive.lock");
    }
    BackupArchive archive = BackupArchive.open(folder);
    assertThat(archive.store(new ScriptedSource(), new StoreRequest("next", null)).isGood())
        .isTrue();
  }
}
