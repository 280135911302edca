// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes at random moments, and looks at what they leave. {@code -Darchive.kills=200}
 * kills more of them, {@code -Darchive.seed=1} at other moments.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledWriterTest {

  private static final int KILLS = Integer.getInteger("archive.kills", 3);
  private static final long SEED = Long.getLong("archive.seed", 20260301);
  private static final int LARGEST = 2_000_000;

  @TempDir private Path parent;

  @Test
  void a_killed_writer_leaves_whole_backups_and_the_next_one_goes_on() throws Exception {
    Random random = new Random(SEED);
    Path folder = parent.resolve("archive");
    int unfinished = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      killAtRandom(folder, random);

      unfinished += BackupLeftovers.count(folder);
      BackupArchive archive = BackupArchive.open(folder);
      String when = "kill " + kill + " of seed " + SEED;
      assertThat(archive.catalogue().remarks()).as(when).isEmpty();
      assertThat(archive.verifyAll()).as(when).allMatch(it -> it.backup().isGood());
      assertThat(BackupLeftovers.strangers(folder, archive.catalogue())).as(when).isEmpty();
      assertThat(archive.store(new ScriptedSource(), new StoreRequest("next", null)).isGood())
          .as(when)
          .isTrue();
    }
    System.out.println(
        KILLS
            + " writers killed, "
            + unfinished
            + " of them with something unfinished; seed "
            + SEED);
  }

  private static void killAtRandom(Path folder, Random random) throws Exception {
    Process process = ArchiveProcess.start(List.of(), folder, random.nextLong(), LARGEST, 0);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("open");
      for (int step = random.nextInt(5); step > 0; step--) {
        assertThat(lines.readLine()).startsWith("stored ");
      }
      assertThat(process.waitFor(random.nextInt(60_000), TimeUnit.MICROSECONDS)).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** What lies in an archive besides whole backups, by a look of our own. */
  private static final class BackupLeftovers {

    static int count(Path folder) throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.map(it -> it.getFileName().toString())
                .anyMatch(it -> it.startsWith(".") && !it.endsWith(".lock"))
            ? 1
            : 0;
      }
    }

    static List<Path> strangers(Path folder, ArchiveCatalogue catalogue) throws IOException {
      List<Path> ours =
          catalogue.backups().stream()
              .flatMap(
                  it -> Stream.of(it.folder(), it.file(), it.folder().resolve("manifest.json")))
              .toList();
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(it -> !it.equals(folder) && !it.endsWith(".bseries-archive.lock"))
            .filter(it -> !ours.contains(it))
            .toList();
      }
    }
  }
}
