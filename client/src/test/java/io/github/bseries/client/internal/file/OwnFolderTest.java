// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

  /** A folder of Linux that can be opened and that no disk stands behind. */
  private static final Path WITHOUT_DISK = Path.of("/proc");

  @TempDir private Path folder;

  @Test
  void a_disk_that_cannot_is_told_and_a_folder_that_cannot_be_opened_is_not() throws IOException {
    OwnFolder.force(folder.resolve("missing"));
    OwnFolder.force(folder);

    if (Files.isDirectory(WITHOUT_DISK)) {
      assertThatThrownBy(() -> OwnFolder.force(WITHOUT_DISK)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void an_interrupt_does_not_end_it_and_stays() throws IOException {
    Thread.currentThread().interrupt();

    OwnFolder.force(folder);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder).isDirectory();
  }
}
