// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.DownloadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole backup is not thrown away for what comes after it, or could be known before. */
class StoringTest {

  private static final StoreRequest REQUEST = new StoreRequest("nightly", null);

  @TempDir private Path folder;
  private BackupArchive archive;

  @BeforeEach
  void open() {
    archive = BackupArchive.open(folder);
  }

  @Test
  void a_client_that_is_closed_after_the_backup_costs_the_role_and_not_the_backup() {
    ScriptedSource source =
        new ScriptedSource()
            .afterwards(
                () -> {
                  throw new IllegalStateException("the client is closed");
                });

    ArchivedBackup stored = archive.store(source, REQUEST);

    assertThat(stored.manifest().roleAfter()).isNull();
    assertThat(archive.catalogue().backups()).containsExactly(stored);
  }

  @Test
  void the_longest_name_of_a_host_is_no_hindrance() {
    String host = ("a".repeat(49) + ".").repeat(5) + "com";
    assertThat(host).hasSize(253);

    ArchivedBackup stored = archive.store(new ScriptedSource().at(host), REQUEST);

    assertThat(archive.catalogue().backups()).containsExactly(stored);
    assertThat(stored.manifest().host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({"PT7H, PT7H", "-PT7H, PT90S"})
  void it_ended_when_the_file_was_whole_and_never_before_it_began(Duration step, Duration took) {
    SteppedClock clock = new SteppedClock();
    ScriptedSource source = new ScriptedSource().midway(() -> clock.step(step));

    BackupManifest manifest =
        BackupArchive.builder(folder).clock(clock).open().store(source, REQUEST).manifest();

    assertThat(Duration.between(manifest.startedAt(), manifest.endedAt())).isEqualTo(took);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"format\": \"bseries-backup\", \"version\": 99, \"number\": 3"})
  void no_number_is_given_twice_where_the_newest_manifest_is_damaged(String text)
      throws IOException {
    archive.store(new ScriptedSource(), REQUEST);
    archive.store(new ScriptedSource(), REQUEST);
    ArchivedBackup third = archive.store(new ScriptedSource(), REQUEST);
    Files.writeString(third.folder().resolve(ArchiveNames.MANIFEST), text);

    ArchivedBackup next = archive.store(new ScriptedSource(), REQUEST);

    assertThat(next.manifest().number()).isEqualTo(4);
  }

  @Test
  void a_manifest_of_a_later_version_still_tells_its_number() throws IOException {
    ArchivedBackup first = archive.store(new ScriptedSource(), REQUEST);
    Path manifest = first.folder().resolve(ArchiveNames.MANIFEST);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("\"version\": [0-9]+", "\"version\": 99")
            .replace("\"number\": 1,", "\"number\": 70,"));

    assertThat(archive.store(new ScriptedSource(), REQUEST).manifest().number()).isEqualTo(71);
  }

  @Test
  void what_no_manifest_can_hold_is_told_before_the_download() {
    List<AgeRecipient> many = Collections.nCopies(1_000, AgeKeys.RECIPIENTS.get(0));
    ScriptedSource source = new ScriptedSource();
    StoreRequest request = REQUEST.with(DownloadSettings.builder().recipients(many).build());

    assertThatThrownBy(() -> archive.store(source, request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000 recipients are too many");
    assertThatThrownBy(() -> archive.store(source.at("a".repeat(260)), REQUEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host");
    assertThat(source.asked()).isNull();
    assertThat(archive.catalogue().remarks()).isEmpty();
  }
}
