// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {

  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = {4, 5};

  @TempDir private Path folder;

  private long fileCount() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void a_file_is_made_where_there_is_none() throws Exception {
    Path file = folder.resolve("new.json");

    WholeFile.replace(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(fileCount()).isEqualTo(1);
  }

  @Test
  void a_file_with_the_longest_name_is_replaced() throws Exception {
    Path file = Files.write(folder.resolve("n".repeat(255)), OLD);

    WholeFile.replace(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void behind_a_link_it_is_the_file_that_is_replaced() throws Exception {
    Path file = Files.write(folder.resolve("real.json"), OLD);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    WholeFile.replace(link, NEW);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void permissions_are_kept() throws Exception {
    Path file = Files.write(folder.resolve("pair.json"), OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    WholeFile.replace(file, NEW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  /** Who is not root can give nothing away; then the owner is the same before and after. */
  @Test
  void owner_and_group_are_kept() throws Exception {
    Path file = Files.write(folder.resolve("pair.json"), OLD);
    Strangers.giveAway(file);
    PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);

    WholeFile.replace(file, NEW);

    PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.group()).isEqualTo(before.group());
  }

  @Test
  void what_cannot_be_replaced_stays_and_nothing_is_left_beside_it() throws Exception {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.write(full.resolve("file"), OLD);

    assertThatThrownBy(() -> WholeFile.replace(full, NEW)).isInstanceOf(IOException.class);
    assertThat(full.resolve("file")).hasBinaryContent(OLD);
    assertThat(fileCount()).isEqualTo(1);
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    assertThatThrownBy(() -> WholeFile.replace(folder.resolve("none").resolve("a"), NEW))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no folder " + folder.resolve("none"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 3", "3, 3", "4, 3"})
  void no_more_than_one_byte_too_many_is_read(int most, int read) throws Exception {
    Path file = Files.write(folder.resolve("a"), OLD);

    assertThat(WholeFile.read(file, most)).hasSize(read);
  }
}
