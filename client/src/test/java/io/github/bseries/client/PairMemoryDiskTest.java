// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairMemoryDiskTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final RequestedRole REQUEST =
      new RequestedRole(Recorded.ID, FailoverRole.BACKUP, false, NOW);
  private static final Observation.Seen LOOK =
      new Observation.Seen(
          new ApplianceHealth(
              Recorded.ID, null, null, true, List.of(), FailoverRole.PRIMARY, List.of(), null),
          NOW,
          null);

  @TempDir private Path folder;
  private int writes;

  /** Replaces the file each time; the first time the disk fails after that. */
  private void write(PairHistory history, Path file) {
    HistoryFile.write(history, file);
    if (++writes == 1) {
      throw new UncheckedIOException(new FileSystemException(file.toString(), null, "disk fault"));
    }
  }

  @Test
  void a_request_that_is_in_the_file_though_the_disk_failed_is_taken_out_again() {
    Path file = folder.resolve("history.json");
    PairMemory memory =
        PairMemory.in(new HistoryStore(file, InstantSource.fixed(NOW), this::write));

    assertThat(memory.begin(REQUEST, LOOK)).contains("cannot be remembered", "disk fault");

    assertThat(HistoryFile.read(file).orElseThrow().requested()).isEmpty();
    assertThat(memory.begin(REQUEST, LOOK)).isNull();
  }
}
