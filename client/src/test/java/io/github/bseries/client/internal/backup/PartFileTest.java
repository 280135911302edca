// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartFileTest {

  @TempDir private Path folder;

  private static PartFile beside(Path target) throws IOException {
    return PartFile.beside(target, Room.around(target, 0));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 262_143, 262_144, 262_145, 1_000_000})
  void what_is_written_is_what_is_published(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Path target = folder.resolve("site.nsb");

    try (PartFile part = beside(target)) {
      part.writeAll(new ByteArrayInputStream(content));
      assertThat(target).doesNotExist();
      part.publish();
    }

    assertThat(target).hasBinaryContent(content);
    assertThat(files()).containsExactly(target);
  }

  @Test
  void the_digest_is_that_of_the_content() throws Exception {
    try (PartFile part = beside(folder.resolve("site.nsb"))) {
      part.write(new byte[] {'a', 'b', 'c', 'd'}, 3);

      assertThat(part.publish())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      assertThat(part.sizeBytes()).isEqualTo(3);
    }
  }

  @Test
  void what_is_closed_before_is_gone() throws Exception {
    try (PartFile part = beside(folder.resolve("site.nsb"))) {
      part.write(new byte[300_000], 300_000);
      assertThat(files()).hasSize(1);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void it_is_its_owners_alone() throws Exception {
    Path target = folder.resolve("site.nsb");

    try (PartFile part = beside(target)) {
      part.publish();
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_came_meanwhile_is_not_written_over() throws Exception {
    Path target = folder.resolve("site.nsb");

    try (PartFile part = beside(target)) {
      Files.writeString(target, "of somebody else");
      assertThatThrownBy(part::publish).isInstanceOf(FileAlreadyExistsException.class);
    }

    assertThat(target).hasContent("of somebody else");
    assertThat(files()).containsExactly(target);
  }

  @Test
  void a_file_that_is_there_is_refused() throws Exception {
    Path target = Files.createFile(folder.resolve("site.nsb"));

    assertThatThrownBy(() -> beside(target))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(target.toString())
        .hasMessageContaining("name another file");
  }

  @Test
  void a_missing_folder_is_refused() {
    assertThatThrownBy(() -> beside(folder.resolve("no").resolve("site.nsb")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("make it first");
  }
}
