// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.internal.file.Strangers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

  private static final int SIZE = 700_001;

  @TempDir private Path folder;
  private final SteppedClock clock = new SteppedClock();
  private BackupArchive archive;
  private ArchivedBackup backup;

  @BeforeEach
  void store() {
    archive = BackupArchive.builder(folder).clock(clock).open();
    backup =
        archive.store(
            new ScriptedSource().giving(ScriptedSource.content(3, SIZE)),
            new StoreRequest("nightly", null));
    clock.step(Duration.ofDays(1));
  }

  private VerificationResult verify() {
    VerifiedBackup verified = archive.verify(backup.name());
    assertThat(verified.notWritten()).isNull();
    Verification verification = verified.verification();
    assertThat(verification.at()).isEqualTo(clock.instant());
    assertThat(archive.catalogue().backups().get(0).manifest().verification())
        .isEqualTo(verification);
    return verification.result();
  }

  @Test
  void an_untouched_file_is_intact() {
    assertThat(verify()).isEqualTo(VerificationResult.INTACT);
    assertThat(archive.catalogue().newestGood()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 262_143, 262_144, SIZE - 1})
  void one_changed_bit_anywhere_is_seen(int position) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(backup.file().toFile(), "rw")) {
      file.seek(position);
      int old = file.read();
      file.seek(position);
      file.write(old ^ 1);
    }

    assertThat(verify()).isEqualTo(VerificationResult.CHANGED);
    assertThat(archive.catalogue().newestGood()).isEmpty();
  }

  @Test
  void the_manifest_stays_its_owners_whoever_verifies() throws IOException {
    Path manifest = backup.folder().resolve(ArchiveNames.MANIFEST);
    Strangers.giveAway(manifest);
    UserPrincipal owner = Files.getOwner(manifest);

    verify();
    archive.protect(backup.name(), "CHG-7", "before the upgrade");

    assertThat(Files.getOwner(manifest)).isEqualTo(owner);
  }

  @Test
  void a_missing_file_is_seen_and_is_not_good_before() throws IOException {
    Files.delete(backup.file());

    assertThat(archive.catalogue().newestGood()).isEmpty();
    assertThat(verify()).isEqualTo(VerificationResult.MISSING);
  }

  @Test
  void a_longer_file_is_seen_and_is_not_good_before() throws IOException {
    Files.writeString(backup.file(), "x", StandardOpenOption.APPEND);

    assertThat(archive.catalogue().newestGood()).isEmpty();
    assertThat(verify()).isEqualTo(VerificationResult.WRONG_SIZE);
  }

  @Test
  void a_link_in_place_of_the_file_is_not_followed() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(backup.file(), elsewhere);
    Files.createSymbolicLink(backup.file(), elsewhere);

    assertThat(verify()).isIn(VerificationResult.UNREADABLE, VerificationResult.MISSING);
    assertThat(archive.catalogue().newestGood()).isEmpty();
  }

  @Test
  void an_interrupt_says_nothing_of_any_file() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> archive.verify(backup.name()))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Digests.compare(backup.file(), backup.manifest()))
        .isInstanceOf(ClosedByInterruptException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(archive.catalogue().backups()).containsExactly(backup);
  }

  @Test
  void the_last_look_counts() throws IOException {
    byte[] content = Files.readAllBytes(backup.file());
    Files.write(backup.file(), ScriptedSource.content(4, SIZE));
    VerificationResult before = verify();
    Files.write(backup.file(), content);

    VerificationResult after = verify();

    assertThat(before).isEqualTo(VerificationResult.CHANGED);
    assertThat(after).isEqualTo(VerificationResult.INTACT);
  }

  @Test
  void all_are_verified_and_each_remembers_it() throws IOException {
    ArchivedBackup other = archive.store(new ScriptedSource(), new StoreRequest("nightly", null));
    Files.write(backup.file(), ScriptedSource.content(4, SIZE));

    assertThat(archive.verifyAll())
        .extracting(it -> it.backup().name() + " " + it.verification().result())
        .containsExactly(other.name() + " INTACT", backup.name() + " CHANGED");
    assertThat(archive.verifyAll())
        .extracting(VerifiedBackup::backup)
        .isEqualTo(archive.catalogue().backups());
  }

  @Test
  void those_that_are_chosen_are_verified_in_this_order_as_far_as_they_are_still_there()
      throws IOException {
    ArchivedBackup other = archive.store(new ScriptedSource(), new StoreRequest("nightly", null));
    ArchivedBackup gone = archive.store(new ScriptedSource(), new StoreRequest("nightly", null));
    Files.delete(gone.folder().resolve("manifest.json"));
    Files.delete(gone.file());
    Files.delete(gone.folder());

    assertThat(archive.verify(List.of(backup, gone, other)))
        .extracting(it -> it.backup().name() + " " + it.verification().result())
        .containsExactly(backup.name() + " INTACT", other.name() + " INTACT");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_digested_is_told_while_somebody_else_writes_and_it_is_waited_for_him_once(
      boolean named) throws IOException {
    ArchivedBackup other = archive.store(new ScriptedSource(), new StoreRequest("nightly", null));
    Files.write(backup.file(), ScriptedSource.content(4, SIZE));
    List<Duration> waited = new ArrayList<>();
    BackupArchive patient =
        BackupArchive.builder(folder)
            .clock(clock)
            .patience(Duration.ofMillis(300))
            .waiter(waited::add)
            .open();

    List<VerifiedBackup> verified;
    try (ArchiveLock busy = ArchiveLock.tryAcquire(folder)) {
      assertThat(busy).isNotNull();
      verified = named ? patient.verify(List.of(other, backup)) : patient.verifyAll();
    }

    assertThat(verified)
        .extracting(it -> it.backup().name() + " " + it.verification().result())
        .containsExactly(other.name() + " INTACT", backup.name() + " CHANGED");
    assertThat(verified).allMatch(it -> it.notWritten().contains("somebody else"));
    assertThat(verified.get(1).summary()).contains("changed at ", ", not written down: ");
    assertThat(waited).hasSize(3);
    assertThat(archive.catalogue().backups()).containsExactly(other, backup);
  }

  @Test
  void what_was_digested_is_told_where_nothing_can_be_written() throws IOException {
    Files.write(backup.file(), ScriptedSource.content(4, SIZE));
    Path lock = folder.resolve(ArchiveNames.LOCK);
    Files.delete(lock);
    Files.createDirectory(lock);

    assertThat(archive.verifyAll())
        .singleElement()
        .matches(it -> it.verification().result() == VerificationResult.CHANGED)
        .matches(it -> it.notWritten().contains("cannot write to the archive"));
    assertThat(archive.verify(backup.name()).isIntact()).isFalse();
  }

  @Test
  void a_manifest_that_is_damaged_meanwhile_is_told_and_a_backup_that_is_deleted_is_not()
      throws IOException {
    Verifying verifying =
        new Verifying(new ArchiveWriting(folder, Duration.ZERO, pause -> {}), clock);
    Files.writeString(backup.folder().resolve(ArchiveNames.MANIFEST), "{}");

    assertThat(verifying.verify(backup).orElseThrow().notWritten())
        .contains("is no manifest of a backup");

    Leftovers.deleteFolder(backup.folder());
    assertThat(verifying.verify(backup)).isEmpty();
  }
}
