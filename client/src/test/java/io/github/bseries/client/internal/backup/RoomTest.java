// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;

  private Room room(long spareBytes, long free) {
    return new Room(folder, spareBytes, () -> free);
  }

  @Test
  void what_fits_with_the_spare_is_let_through() throws Exception {
    room(10, 110).check(100);
    room(10, -1).check(Long.MAX_VALUE);
  }

  @Test
  void what_does_not_fit_is_told_with_both_numbers() {
    NoRoom e = catchThrowableOfType(NoRoom.class, () -> room(10, 109).check(100));

    assertThat(e.neededBytes()).isEqualTo(110);
    assertThat(e.usableBytes()).isEqualTo(109);
    assertThatThrownBy(() -> room(10, 109).check(Long.MAX_VALUE)).isInstanceOf(NoRoom.class);
  }

  @Test
  void a_write_that_failed_for_want_of_room_says_so_and_another_one_what_it_was() {
    IOException failed = new IOException("No space left on device");

    assertThat(room(10, 5).cause(failed, 6)).isInstanceOf(NoRoom.class);
    assertThat(room(10, 6).cause(failed, 6)).isSameAs(failed);
    assertThat(room(10, -1).cause(failed, 6)).isSameAs(failed);
  }

  @Test
  void a_disk_that_others_fill_meanwhile_ends_the_file_before_it_is_full() throws Exception {
    long[] free = {1L << 40};
    Room shrinking = new Room(folder, 100L * MEBIBYTE, () -> free[0]);
    byte[] piece = new byte[MEBIBYTE];
    Path target = folder.resolve("site.nsb");
    long written = 0;

    try (PartFile part = PartFile.beside(target, shrinking)) {
      part.write(piece, piece.length);
      free[0] = 50L * MEBIBYTE;
      NoRoom full = null;
      while (full == null && written < 100L * MEBIBYTE) {
        full = writeOne(part, piece);
        written += piece.length;
      }

      assertThat(full).isNotNull();
      assertThat(full.usableBytes()).isEqualTo(50L * MEBIBYTE);
    }

    assertThat(written).isLessThanOrEqualTo(17L * MEBIBYTE);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.toList()).isEqualTo(List.of());
    }
  }

  private static NoRoom writeOne(PartFile part, byte[] piece) throws IOException {
    try {
      part.write(piece, piece.length);
      return null;
    } catch (NoRoom e) {
      return e;
    }
  }
}
