// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ArchiveFaultsTest {

  private static final StoreRequest REQUEST = new StoreRequest("nightly", null);

  @TempDir private Path parent;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static BackupArchive impatient(Path folder) {
    Waiter never = duration -> {};
    return BackupArchive.builder(folder).patience(Duration.ofMillis(300)).waiter(never).open();
  }

  @Test
  void a_source_that_fails_half_way_leaves_nothing() throws IOException {
    BackupArchive archive = BackupArchive.open(parent);
    ScriptedSource failing =
        new ScriptedSource()
            .midway(
                () -> {
                  throw new IllegalStateException("cut");
                });

    assertThatThrownBy(() -> archive.store(failing, REQUEST)).hasMessage("cut");

    assertThat(names(parent)).containsExactly(".bseries-archive.lock");
    assertThat(archive.store(new ScriptedSource(), REQUEST).isGood()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".storing-", ".dropping-"})
  void what_a_death_left_behind_is_told_and_cleared_up(String kind) throws IOException {
    ArchivedBackup whole = BackupArchive.open(parent).store(new ScriptedSource(), REQUEST);
    BackupArchive opened = BackupArchive.open(parent);
    Path left = Files.createDirectory(parent.resolve(kind + UUID.randomUUID()));
    Files.write(left.resolve("backup.nsb"), new byte[10]);
    Files.write(left.resolve(".backup.nsb." + UUID.randomUUID() + ".part"), new byte[10]);
    Files.copy(whole.folder().resolve("manifest.json"), left.resolve("manifest.json"));
    Path part =
        Files.write(
            whole.folder().resolve(".manifest.json." + UUID.randomUUID() + ".part"), new byte[3]);

    ArchiveCatalogue before = opened.catalogue();
    ArchiveCatalogue after = BackupArchive.open(parent).catalogue();

    assertThat(before.backups()).containsExactly(whole);
    assertThat(before.remarks())
        .allMatch(remark -> remark.kind() == ArchiveRemark.Kind.UNFINISHED)
        .extracting(ArchiveRemark::path)
        .containsExactlyInAnyOrder(left, part);
    assertThat(after).isEqualTo(new ArchiveCatalogue(List.of(whole), List.of()));
    assertThat(left).doesNotExist();
    assertThat(part).doesNotExist();
  }

  @Test
  void what_only_resembles_a_leftover_is_left() throws IOException {
    Path storing = Files.createDirectory(parent.resolve(".storing-later"));
    Path part = Files.createFile(parent.resolve(".manifest.json.part"));

    ArchiveCatalogue catalogue = BackupArchive.open(parent).catalogue();

    assertThat(storing).exists();
    assertThat(part).exists();
    assertThat(catalogue.remarks()).hasSize(2);
  }

  @Test
  void to_look_into_a_folder_puts_nothing_there() throws IOException {
    Files.createFile(parent.resolve("notes.txt"));

    BackupArchive.open(parent).catalogue();

    assertThat(names(parent)).containsExactly("notes.txt");
  }

  @Test
  void nobody_clears_up_what_is_being_written() {
    AtomicReference<ArchiveCatalogue> seen = new AtomicReference<>();
    ScriptedSource watched =
        new ScriptedSource().midway(() -> seen.set(BackupArchive.open(parent).catalogue()));

    ArchivedBackup stored = BackupArchive.open(parent).store(watched, REQUEST);

    assertThat(seen.get().backups()).isEmpty();
    assertThat(seen.get().remarks())
        .singleElement()
        .matches(remark -> remark.kind() == ArchiveRemark.Kind.UNFINISHED);
    assertThat(stored.isGood()).isTrue();
  }

  @Test
  void a_second_writer_of_this_process_is_told_that_it_is_busy() {
    BackupArchive other = impatient(parent);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ScriptedSource watched =
        new ScriptedSource()
            .midway(
                () -> {
                  try {
                    other.store(new ScriptedSource(), REQUEST);
                  } catch (ArchiveBusyException e) {
                    thrown.set(e);
                  }
                });

    BackupArchive.open(parent).store(watched, REQUEST);

    assertThat(thrown.get()).hasMessageContaining(parent.toString()).hasMessageContaining("PT0.3S");
    assertThat(other.catalogue().backups()).hasSize(1);
    assertThat(other.store(new ScriptedSource(), REQUEST).isGood()).isTrue();
  }

  @Test
  void writers_of_one_process_take_turns() {
    List<CompletableFuture<ArchivedBackup>> stores =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            BackupArchive.open(parent)
                                .store(
                                    new ScriptedSource().giving(ScriptedSource.content(i, 1_000)),
                                    REQUEST),
                        task -> new Thread(task).start()))
            .toList();
    stores.forEach(CompletableFuture::join);

    List<VerifiedBackup> verified = BackupArchive.open(parent).verifyAll();

    assertThat(verified).hasSize(8).allMatch(it -> it.backup().isGood());
    assertThat(verified)
        .extracting(it -> it.backup().manifest().number())
        .containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void an_interrupt_ends_the_wait_and_stays() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<ArchivedBackup> first =
        CompletableFuture.supplyAsync(
            () ->
                BackupArchive.open(parent)
                    .store(
                        new ScriptedSource()
                            .midway(
                                () -> {
                                  busy.countDown();
                                  await(done);
                                }),
                        REQUEST));
    busy.await();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> BackupArchive.open(parent).store(new ScriptedSource(), REQUEST))
        .isInstanceOf(ArchiveBusyException.class)
        .hasMessageContaining("interrupted");

    assertThat(Thread.interrupted()).isTrue();
    done.countDown();
    assertThat(first.join().isGood()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_parent_that_is_missing_is_told() {
    Path folder = parent.resolve("no").resolve("archive");

    assertThatThrownBy(() -> BackupArchive.open(folder).store(new ScriptedSource(), REQUEST))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void a_file_in_place_of_the_folder_is_told() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> BackupArchive.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_link_to_nowhere_is_no_empty_archive() throws IOException {
    Path link = Files.createSymbolicLink(parent.resolve("link"), parent.resolve("unmounted"));

    assertThatThrownBy(() -> BackupArchive.open(link).catalogue())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(link.toString());
  }

  @Test
  void a_link_to_itself_is_no_empty_archive() throws IOException {
    Path link = parent.resolve("link");
    Files.createSymbolicLink(link, Path.of("other"));
    Files.createSymbolicLink(parent.resolve("other"), Path.of("link"));

    assertThatThrownBy(() -> BackupArchive.open(link).catalogue())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(link.toString());
  }

  @Test
  void a_manifest_that_is_a_folder_is_told_and_the_rest_is_read() throws IOException {
    BackupArchive archive = BackupArchive.open(parent);
    ArchivedBackup good = archive.store(new ScriptedSource(), REQUEST);
    Files.createDirectories(parent.resolve("odd").resolve("manifest.json"));

    assertThat(archive.catalogue().backups()).containsExactly(good);
    assertThat(archive.catalogue().remarks()).hasSize(1);
  }
}
