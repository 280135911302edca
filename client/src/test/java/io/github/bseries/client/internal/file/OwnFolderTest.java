// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

  /** A folder of Linux that can be opened and that no disk stands behind. */
  private static final Path WITHOUT_DISK = Path.of("/proc");

  @TempDir private Path folder;

  @Test
  void a_file_system_that_refuses_it_for_folders_fails_nothing() throws IOException {
    OwnFolder.force(folder);

    if (Files.isDirectory(WITHOUT_DISK)) {
      assertThatThrownBy(() -> fsync(WITHOUT_DISK)).isInstanceOf(IOException.class);
      assertThatCode(() -> OwnFolder.force(WITHOUT_DISK)).doesNotThrowAnyException();
    }
  }

  private static void fsync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Test
  void a_fault_of_the_disk_that_a_system_tells_once_is_thrown() {
    IOException fault = new IOException("Input/output error");
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                OwnFolder.force(
                    folder,
                    it -> {
                      if (asked.incrementAndGet() == 1) {
                        throw fault;
                      }
                    }))
        .isSameAs(fault);
  }

  @Test
  void an_interrupt_does_not_end_it_and_stays() throws IOException {
    Thread.currentThread().interrupt();

    OwnFolder.force(folder);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder).isDirectory();
  }
}
