// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static io.github.bseries.client.backup.ScriptedSource.A;
import static io.github.bseries.client.backup.ScriptedSource.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupArchiveTest {

  private static final BackupPromise DAILY = BackupPromise.ofAge(Duration.ofHours(26));
  private static final StoreRequest REQUEST = new StoreRequest("nightly", "support.example.com");

  @TempDir private Path parent;
  private final SteppedClock clock = new SteppedClock();
  private Path folder;
  private BackupArchive archive;

  @BeforeEach
  void open() {
    folder = parent.resolve("archive");
    archive = BackupArchive.builder(folder).clock(clock).open();
  }

  private ArchivedBackup store(ScriptedSource source) {
    clock.step(Duration.ofHours(1));
    return archive.store(source, REQUEST);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Nested
  class A_stored_backup {

    @Test
    void is_a_file_and_a_manifest_that_anybody_can_read() throws IOException {
      byte[] content = ScriptedSource.content(7, 300_000);

      ArchivedBackup backup = store(new ScriptedSource().giving(content));

      assertThat(backup.name()).isEqualTo("2026-03-01T03-00-00Z-support.example.com-0a0a0a0a");
      assertThat(backup.file())
          .hasFileName("bomgar-25.1.2-support.example.com-2026-03-01-030000x0a0a0a0a.nsb")
          .hasBinaryContent(content);
      assertThat(names(backup.folder())).containsExactly(backup.manifest().file(), "manifest.json");
      assertThat(backup.folder().resolve("manifest.json"))
          .content()
          .startsWith("{\n  \"format\": \"bseries-backup\",\n  \"version\": 3,\n  \"number\": 1,\n")
          .contains("\"sizeBytes\": 300000", "\"askedBy\": \"nightly\"", "\"role\": \"primary\"");
    }

    @Test
    void is_read_again_as_it_was_stored() {
      ArchivedBackup backup = store(new ScriptedSource());

      assertThat(BackupArchive.open(folder).catalogue())
          .isEqualTo(new ArchiveCatalogue(List.of(backup), List.of()));
    }

    @Test
    void belongs_to_its_owner_alone() throws IOException {
      ArchivedBackup backup = store(new ScriptedSource());
      archive.verify(backup.name());

      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(backup.folder())).isEqualTo("rwx------");
      assertThat(mode(backup.file())).isEqualTo("rw-------");
      assertThat(mode(backup.folder().resolve("manifest.json"))).isEqualTo("rw-------");
    }

    @Test
    void has_the_name_that_the_server_gave_it() {
      ArchivedBackup backup = store(new ScriptedSource().calling("Site_25.1-a.nsb"));

      assertThat(backup.file()).hasFileName("Site_25.1-a.nsb").exists();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
        strings = {
          "",
          "../x.nsb",
          "/etc/x.nsb",
          "a/b.nsb",
          "a\\b.nsb",
          ".hidden.nsb",
          "-rf.nsb",
          "x.exe",
          "manifest.json",
          "CON.nsb",
          "lpt1.a.nsb",
          "a\nb.nsb",
          "ü.nsb",
          "a b.nsb",
          "%2e%2e.nsb"
        })
    void has_a_name_of_ours_where_that_of_the_server_is_not_safe(String serverFileName) {
      ArchivedBackup backup = store(new ScriptedSource().calling(serverFileName));

      assertThat(backup.file())
          .hasFileName("bomgar-25.1.2-support.example.com-2026-03-01-030000x0a0a0a0a.nsb");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "something new")
    void has_a_plain_name_where_the_version_is_not_understood(String version) {
      ArchivedBackup backup = store(new ScriptedSource().running(version));

      assertThat(backup.file()).hasFileName("backup-20260301-030000x0a0a0a0a.nsb");
    }

    @Test
    void never_takes_the_place_of_another() throws IOException {
      ArchivedBackup first = archive.store(new ScriptedSource().calling("same.nsb"), REQUEST);
      ArchivedBackup second =
          archive.store(
              new ScriptedSource().calling("same.nsb").giving(ScriptedSource.content(2, 10)),
              REQUEST);

      assertThat(second.name()).isEqualTo(first.name() + "-2");
      assertThat(first.file()).hasSize(5_000);
      assertThat(second.file()).hasSize(10);
    }

    @Test
    void leaves_alone_what_has_its_name_already() throws IOException {
      Files.createDirectory(folder);
      Path taken = folder.resolve("2026-03-01T03-00-00Z-support.example.com-0a0a0a0a");
      Files.writeString(taken, "of somebody else");

      ArchivedBackup backup = store(new ScriptedSource());

      assertThat(taken).hasContent("of somebody else");
      assertThat(backup.name()).endsWith("-2");
    }
  }

  @Test
  void a_source_that_lies_about_its_size_stores_nothing() throws IOException {
    BackupSource liar = new LyingSource();

    assertThatThrownBy(() -> archive.store(liar, REQUEST))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("9 bytes");
    assertThat(names(folder)).containsExactly(".bseries-archive.lock");
  }

  private static final class LyingSource implements BackupSource {

    private final ScriptedSource honest = new ScriptedSource();

    @Override
    public String host() {
      return honest.host();
    }

    @Override
    public ApplianceHealth health() {
      return honest.health();
    }

    @Override
    public BroughtBackup bring(Path target, DownloadSettings settings) {
      BroughtBackup told = honest.bring(target, settings);
      return new BroughtBackup(
          9, told.sha256(), told.duration(), null, null, BackupEnd.LENGTH, told.api(), false, null);
    }
  }

  @Nested
  class The_catalogue {

    @Test
    void finds_backups_by_appliance_role_version_and_time() {
      ArchivedBackup a1 = store(new ScriptedSource().running("24.3.1"));
      ArchivedBackup b = store(new ScriptedSource().of(B).playing(FailoverRole.BACKUP));
      ArchivedBackup a2 = store(new ScriptedSource());
      ArchiveCatalogue all = archive.catalogue();

      assertThat(all.backups()).containsExactly(a2, b, a1);
      assertThat(all.of(A).backups()).containsExactly(a2, a1);
      assertThat(all.withRole(FailoverRole.BACKUP).backups()).containsExactly(b);
      assertThat(all.withVersion(ApplianceVersion.parse("24.3.1")).backups()).containsExactly(a1);
      assertThat(all.since(b.manifest().startedAt()).backups()).containsExactly(a2, b);
      assertThat(all.before(b.manifest().startedAt()).backups()).containsExactly(a1);
      assertThat(all.appliances()).containsExactly(A, B);
      assertThat(all.named(b.name())).contains(b);
      assertThat(all.of(A).newestGood()).contains(a2);
    }

    @Test
    void is_empty_before_the_first_backup() {
      assertThat(archive.catalogue().backups()).isEmpty();
      assertThat(folder).doesNotExist();
    }

    @Test
    void tells_what_is_not_its_own_and_leaves_it() throws IOException {
      ArchivedBackup backup = store(new ScriptedSource());
      Files.writeString(folder.resolve("notes.txt"), "mine");
      Files.writeString(Files.createDirectory(folder.resolve("old")).resolve("x.txt"), "mine");
      Files.writeString(backup.folder().resolve("readme.txt"), "mine");
      Files.createSymbolicLink(folder.resolve("link"), backup.folder());

      ArchiveCatalogue catalogue = BackupArchive.open(folder).catalogue();

      assertThat(catalogue.backups()).containsExactly(backup);
      assertThat(catalogue.remarks())
          .allMatch(remark -> remark.kind() == ArchiveRemark.Kind.FOREIGN)
          .extracting(ArchiveRemark::path)
          .containsExactly(
              backup.folder().resolve("readme.txt"),
              folder.resolve("link"),
              folder.resolve("notes.txt"),
              folder.resolve("old"));
    }

    @ParameterizedTest
    @CsvSource({"old, x.nsb", "old, X.NSB.AGE", "2026-03-01T03-00-00Z-a.example-0a0a0a0a-2, x.txt"})
    void tells_a_backup_whose_manifest_is_gone(String name, String file) throws IOException {
      Path lost = Files.createDirectories(folder.resolve(name));
      Files.writeString(lost.resolve(file), "theirs");

      assertThat(archive.catalogue().remarks())
          .singleElement()
          .matches(it -> it.kind() == ArchiveRemark.Kind.DAMAGED && it.path().equals(lost))
          .asString()
          .contains("has no manifest.json");
      assertThat(store(new ScriptedSource()).manifest().number()).isEqualTo(2);
      assertThat(lost.resolve(file)).hasContent("theirs");
    }

    @Test
    void tells_a_backup_of_its_own_whose_manifest_is_gone() throws IOException {
      ArchivedBackup backup = store(new ScriptedSource());
      Files.delete(backup.folder().resolve("manifest.json"));

      assertThat(archive.catalogue().remarks())
          .singleElement()
          .matches(it -> it.kind() == ArchiveRemark.Kind.DAMAGED);
      assertThat(BackupReview.review(archive.catalogue(), List.of(), DAILY, clock.instant()))
          .extracting(BackupFinding::kind)
          .containsExactly(BackupFinding.Kind.MANIFEST_IS_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "{}",
          "{\"format\": \"bseries-backup\", \"version\": 2}",
          "{\"format\": \"bseries-pair\", \"version\": 1}"
        })
    void tells_a_damaged_manifest_and_loses_nothing(String text) throws IOException {
      ArchivedBackup backup = store(new ScriptedSource());
      Path manifest = backup.folder().resolve("manifest.json");
      Files.writeString(manifest, text);
      ArchivedBackup next = store(new ScriptedSource());

      ArchiveCatalogue catalogue = archive.catalogue();

      assertThat(catalogue.backups()).containsExactly(next);
      assertThat(catalogue.remarks())
          .singleElement()
          .matches(it -> it.kind() == ArchiveRemark.Kind.DAMAGED && it.path().equals(manifest));
      assertThat(backup.file()).hasSize(5_000);
      assertThat(manifest).hasContent(text);
    }

    @Test
    void does_not_follow_a_manifest_out_of_its_folder() throws IOException {
      ArchivedBackup backup = store(new ScriptedSource());
      Path manifest = backup.folder().resolve("manifest.json");
      Files.writeString(
          manifest,
          Files.readString(manifest).replace(backup.manifest().file(), "../../outside.nsb"));

      assertThat(archive.catalogue().backups()).isEmpty();
      assertThat(archive.catalogue().remarks()).hasSize(1);
    }
  }

  @Nested
  class Protection_of_a_backup {

    @Test
    void stands_in_its_manifest_until_it_is_taken_back() {
      ArchivedBackup backup = store(new ScriptedSource());

      archive.protect(backup.name(), "CHG-7", "before the upgrade");
      Protection protection = archive.catalogue().backups().get(0).manifest().protection();
      archive.unprotect(backup.name());

      assertThat(protection)
          .isEqualTo(new Protection("CHG-7", "before the upgrade", clock.instant()));
      assertThat(archive.catalogue().backups()).containsExactly(backup);
    }

    @Test
    void is_not_taken_over_unless_told_so() {
      String name = store(new ScriptedSource()).name();
      archive.protect(name, "CHG-7", "before the upgrade");
      archive.protect(name, "CHG-7", "until the upgrade is tested");

      assertThatThrownBy(() -> archive.protect(name, "CHG-8", "mine"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is protected by CHG-7 since ")
          .hasMessageContaining("until the upgrade is tested");
      assertThat(archive.replaceProtection(name, "CHG-8", "mine").manifest().protection().by())
          .isEqualTo("CHG-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "", "..", "a/b", "."})
    void needs_a_backup(String name) {
      store(new ScriptedSource());

      assertThatThrownBy(() -> archive.protect(name, "CHG-7", "why"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("there is no backup");
    }
  }
}
