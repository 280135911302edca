// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedArchiveTest {

  private static final StoreRequest PLAIN = new StoreRequest("a test", null);
  private static final StoreRequest ENCRYPTED =
      PLAIN.with(DownloadSettings.builder().recipients(AgeKeys.RECIPIENTS).build());

  /** A manifest as the first version of this form wrote it. */
  private static final String VERSION_1 =
      """
      {
        "format": "bseries-backup",
        "version": 1,
        "number": 7,
        "file": "old.nsb",
        "sizeBytes": 3,
        "sha256": "%s",
        "end": "length",
        "applianceId": "%s",
        "host": "site1.example.com",
        "role": "primary",
        "applianceVersion": {
          "text": "24.3.1 (1-a)",
          "product": "24.3.1",
          "build": "1-a"
        },
        "api": "GET /api/backup",
        "startedAt": "2026-03-01T02:00:00Z",
        "endedAt": "2026-03-01T02:01:00Z",
        "passwordSent": false,
        "encrypted": false,
        "askedBy": "nightly"
      }
      """;

  @TempDir private Path folder;

  private BackupArchive archive() {
    return BackupArchive.open(folder);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 131_073, 1_000_000})
  void each_recipient_alone_gets_the_very_bytes_back(int size) throws Exception {
    byte[] content = ScriptedSource.content(size, size);

    ArchivedBackup stored = archive().store(new ScriptedSource().giving(content), ENCRYPTED);

    BackupManifest manifest = stored.manifest();
    assertThat(AgeKeys.decrypted(stored.file(), 0)).isEqualTo(content);
    assertThat(AgeKeys.decrypted(stored.file(), 1)).isEqualTo(content);
    assertThat(stored.file().toString()).endsWith(".nsb.age");
    assertThat(stored.summary()).contains("encrypted");
    assertThat(manifest.encryption())
        .isEqualTo(new BackupEncryption(AgeKeys.RECIPIENTS, size, sha256(content)));
    assertThat(manifest.plainSizeBytes()).isEqualTo(size);
    assertThat(manifest.plainSha256()).isEqualTo(sha256(content));
    assertThat(manifest.sha256()).isEqualTo(sha256(Files.readAllBytes(stored.file())));
    assertThat(manifest.sizeBytes()).isEqualTo(Files.size(stored.file()));
    assertThat(archive().catalogue().backups()).containsExactly(stored);
  }

  @Test
  void what_is_written_meanwhile_holds_no_plain_text() {
    byte[] content = new byte[2_000_000];
    byte[] word = "the plain text of a backup ".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < content.length; i++) {
      content[i] = word[i % word.length];
    }
    AtomicInteger looked = new AtomicInteger();

    ArchivedBackup stored =
        archive()
            .store(
                new ScriptedSource()
                    .giving(content)
                    .midway(() -> looked.addAndGet(holdingNoWordOf(folder))),
                ENCRYPTED);

    assertThat(looked.get()).isPositive();
    assertThat(holdingNoWordOf(stored.folder())).isEqualTo(2);
  }

  /** Returns how many files were looked at, all of which hold no word of the plain text. */
  private static int holdingNoWordOf(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("the plain text");
      }
      return (int) files.stream().filter(file -> file.toFile().length() > 0).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void verifying_needs_no_key_and_sees_one_changed_byte() throws Exception {
    ArchivedBackup stored = archive().store(new ScriptedSource(), ENCRYPTED);
    assertThat(archive().verify(stored.name()).isIntact()).isTrue();
    byte[] bytes = Files.readAllBytes(stored.file());
    bytes[bytes.length - 1] ^= 1;
    Files.write(stored.file(), bytes);

    ArchivedBackup verified = archive().verify(stored.name()).backup();

    assertThat(verified.manifest().verification().result()).isEqualTo(VerificationResult.CHANGED);
    assertThat(verified.isGood()).isFalse();
  }

  @Test
  void the_same_content_is_known_by_its_plain_digest() {
    SteppedClock clock = new SteppedClock();
    BackupArchive archive = BackupArchive.builder(folder).clock(clock).open();
    ArchivedBackup first = archive.store(new ScriptedSource(), ENCRYPTED);
    clock.step(Duration.ofDays(8));
    ArchivedBackup second = archive.store(new ScriptedSource(), ENCRYPTED);

    assertThat(second.manifest().sha256()).isNotEqualTo(first.manifest().sha256());
    assertThat(
            BackupReview.review(
                archive.catalogue(),
                List.of(ScriptedSource.A),
                BackupPromise.ofAge(Duration.ofDays(1)),
                clock.instant()))
        .extracting(BackupFinding::kind)
        .containsExactly(BackupFinding.Kind.CONTENT_IS_THE_SAME);
  }

  @Test
  void the_length_of_the_last_one_of_the_same_appliance_is_expected() {
    archive().store(new ScriptedSource().giving(ScriptedSource.content(1, 70_000)), ENCRYPTED);
    ScriptedSource same = new ScriptedSource();
    ScriptedSource other = new ScriptedSource().of(ScriptedSource.B);
    ScriptedSource set = new ScriptedSource();

    archive().store(same, PLAIN);
    archive().store(other, PLAIN);
    archive().store(set, PLAIN.with(DownloadSettings.builder().expectedBytes(9).build()));

    assertThat(same.asked().expectedBytes()).hasValue(70_000);
    assertThat(other.asked().expectedBytes()).isEmpty();
    assertThat(set.asked().expectedBytes()).hasValue(9);
  }

  @Test
  void a_source_that_does_not_encrypt_when_it_should_stores_nothing() {
    BackupSource careless = new Careless();

    assertThatThrownBy(() -> archive().store(careless, ENCRYPTED))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("should be encrypted");
    assertThat(archive().catalogue().backups()).isEmpty();
    assertThat(folder.toFile().list()).containsExactly(".bseries-archive.lock");
  }

  /** Forgets its settings. */
  private static final class Careless implements BackupSource {

    private final ScriptedSource source = new ScriptedSource();

    @Override
    public String host() {
      return source.host();
    }

    @Override
    public ApplianceHealth health() {
      return source.health();
    }

    @Override
    public BroughtBackup bring(Path target, DownloadSettings settings) {
      return source.bring(target, DownloadSettings.defaults());
    }
  }

  @Test
  void a_name_of_the_server_gets_the_ending_once_the_file_is_encrypted() {
    ArchivedBackup named = archive().store(new ScriptedSource().calling("theirs.nsb"), ENCRYPTED);
    ArchivedBackup odd = archive().store(new ScriptedSource().calling("x.nsb.age"), PLAIN);

    assertThat(named.manifest().file()).isEqualTo("theirs.nsb.age");
    assertThat(odd.manifest().file()).startsWith("bomgar-").endsWith(".nsb");
  }

  @Test
  void a_role_that_changes_meanwhile_is_written_down_and_found() {
    ScriptedSource source = new ScriptedSource();
    source.midway(() -> source.playing(FailoverRole.BACKUP));

    ArchivedBackup stored = archive().store(source, PLAIN);

    assertThat(stored.manifest().role()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(stored.manifest().roleAfter()).isEqualTo(FailoverRole.BACKUP);
    assertThat(archive().catalogue().backups()).containsExactly(stored);
    assertThat(
            BackupReview.review(
                archive().catalogue(),
                List.of(ScriptedSource.A),
                BackupPromise.ofAge(Duration.ofDays(1)),
                stored.manifest().startedAt()))
        .extracting(BackupFinding::kind)
        .containsExactly(BackupFinding.Kind.ROLE_CHANGED);
  }

  @Test
  void what_another_appliance_may_have_given_is_told_and_is_no_good_backup() {
    ArchivedBackup before = archive().store(new ScriptedSource(), PLAIN);
    ScriptedSource source = new ScriptedSource();
    source.midway(() -> source.of(ScriptedSource.B));

    ArchivedBackup stored = archive().store(source, PLAIN);

    assertThat(stored.appliance()).isEqualTo(ScriptedSource.A);
    assertThat(stored.manifest().roleAfter()).isNull();
    assertThat(stored.manifest().applianceAfter()).isEqualTo(ScriptedSource.B);
    assertThat(stored.summary()).contains("perhaps from appliance " + ScriptedSource.B);
    assertThat(archive().catalogue().backups()).containsExactly(stored, before);
    assertThat(archive().catalogue().newestGood()).contains(before);
    RetentionPolicy lastOne = RetentionPolicy.builder(ZoneOffset.UTC).last(1).build();
    assertThat(archive().plan(lastOne).dropped()).isEmpty();
    assertThat(
            BackupReview.review(
                archive().catalogue(),
                List.of(ScriptedSource.A),
                BackupPromise.ofAge(Duration.ofDays(1)),
                stored.manifest().startedAt()))
        .singleElement()
        .matches(it -> it.kind() == BackupFinding.Kind.APPLIANCE_CHANGED)
        .asString()
        .contains(ScriptedSource.A.value(), ScriptedSource.B.value(), stored.name());
  }

  @Test
  void a_manifest_of_version_1_is_read_and_can_be_written_again() throws Exception {
    byte[] content = {1, 2, 3};
    Path old = Files.createDirectory(folder.resolve("old"));
    Files.write(old.resolve("old.nsb"), content);
    Files.writeString(
        old.resolve("manifest.json"),
        VERSION_1.formatted(sha256(content), ScriptedSource.A.value()));

    ArchivedBackup read = archive().catalogue().named("old").orElseThrow();
    ArchivedBackup verified = archive().verify("old").backup();

    assertThat(read.manifest().isEncrypted()).isFalse();
    assertThat(read.manifest().roleAfter()).isNull();
    assertThat(read.manifest().version().build()).isEqualTo("1-a");
    assertThat(verified.manifest().verification().isIntact()).isTrue();
    assertThat(Files.readString(old.resolve("manifest.json"))).contains("\"version\": 3");
    assertThat(archive().catalogue().backups()).containsExactly(verified);
  }

  @Test
  void a_manifest_that_contradicts_itself_is_told() throws Exception {
    ArchivedBackup stored = archive().store(new ScriptedSource(), ENCRYPTED);
    Path manifest = stored.folder().resolve("manifest.json");
    String written = Files.readString(manifest);
    Files.writeString(manifest, written.replace("\"encrypted\": true", "\"encrypted\": false"));

    assertThat(archive().catalogue().backups()).isEmpty();
    assertThat(archive().catalogue().remarks())
        .singleElement()
        .asString()
        .contains("encrypted is false, and encryption is there");
  }

  @Test
  void no_private_key_is_written_down() throws Exception {
    ArchivedBackup stored = archive().store(new ScriptedSource(), ENCRYPTED);

    String manifest = Files.readString(stored.folder().resolve("manifest.json"));

    assertThat(manifest).contains(AgeKeys.RECIPIENTS.get(0).text()).doesNotContain("SECRET");
    assertThat(Arrays.asList(stored.folder().toFile().list())).hasSize(2);
  }
}
