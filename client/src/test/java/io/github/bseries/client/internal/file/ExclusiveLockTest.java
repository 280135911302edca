// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveLockTest {

  @TempDir private Path folder;

  @Test
  void one_has_it_at_a_time() throws IOException {
    Path file = folder.toRealPath().resolve("lock");
    try (ExclusiveLock first = ExclusiveLock.tryAcquire(file)) {
      assertThat(first).isNotNull();
      assertThat(ExclusiveLock.tryAcquire(file)).isNull();
    }
    try (ExclusiveLock next = ExclusiveLock.tryAcquire(file)) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void what_another_class_of_this_process_locked_is_held_by_somebody_else() throws IOException {
    Path file = folder.toRealPath().resolve("lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(ExclusiveLock.tryAcquire(file)).isNull();
    }
    try (ExclusiveLock next = ExclusiveLock.tryAcquire(file)) {
      assertThat(next).isNotNull();
    }
  }
}
