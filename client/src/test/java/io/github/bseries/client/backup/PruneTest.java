// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static io.github.bseries.client.backup.ScriptedSource.A;
import static io.github.bseries.client.backup.ScriptedSource.B;
import static java.time.Duration.ZERO;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.Waiter;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.pair.PairSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {

  private static final RetentionPolicy LAST_ONE =
      RetentionPolicy.builder(ZoneOffset.UTC).last(1).build();
  private static final StoreRequest REQUEST = new StoreRequest("nightly", null);

  @TempDir private Path folder;
  private final SteppedClock clock = new SteppedClock();
  private BackupArchive archive;

  @BeforeEach
  void open() {
    archive = BackupArchive.builder(folder).clock(clock).open();
  }

  private ArchivedBackup store(ScriptedSource source) {
    clock.step(Duration.ofDays(1));
    return archive.store(source, REQUEST);
  }

  private ArchivedBackup store() {
    return store(new ScriptedSource());
  }

  private List<String> left() {
    return archive.catalogue().backups().stream().map(ArchivedBackup::name).toList();
  }

  private PruneResult prune(RetentionPolicy policy) {
    return archive.prune(archive.plan(policy));
  }

  private static void corrupt(ArchivedBackup backup) throws IOException {
    Files.write(backup.file(), ScriptedSource.content(99, (int) backup.manifest().sizeBytes()));
  }

  @Test
  void a_plan_deletes_nothing() {
    ArchivedBackup old = store();
    ArchivedBackup young = store();

    PrunePlan plan = archive.plan(LAST_ONE);

    assertThat(plan.dropped()).containsExactly(old.name());
    assertThat(plan.summary()).contains("keep " + young.name(), "drop " + old.name());
    assertThat(left()).containsExactly(young.name(), old.name());
  }

  @Test
  void what_a_plan_drops_is_gone_with_its_manifest() throws IOException {
    ArchivedBackup old = store();
    ArchivedBackup young = store();

    PruneResult result = prune(LAST_ONE);

    assertThat(result.deleted()).extracting(ArchivedBackup::name).containsExactly(old.name());
    assertThat(result.deletedBytes()).isEqualTo(5_000);
    assertThat(result.left()).isEmpty();
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(".bseries-archive.lock", young.name());
    }
  }

  @Test
  void each_appliance_keeps_its_own_last_good_one() {
    ArchivedBackup a = store();
    ArchivedBackup b = store(new ScriptedSource().of(B));

    prune(LAST_ONE);

    assertThat(left()).containsExactly(b.name(), a.name());
  }

  @Test
  void a_protected_one_stays_even_under_a_policy_that_does_not_care() {
    ArchivedBackup old = store();
    archive.protect(old.name(), "CHG-7", "before the upgrade");
    store();

    prune(RetentionPolicy.builder(ZoneOffset.UTC).last(1).keepProtected(false).build());

    assertThat(left()).contains(old.name());
  }

  @Test
  void one_that_is_protected_after_the_plan_stays() {
    ArchivedBackup old = store();
    store();
    PrunePlan plan = archive.plan(LAST_ONE);
    archive.protect(old.name(), "CHG-7", "before the upgrade");

    assertThat(archive.prune(plan).deleted()).isEmpty();
    assertThat(left()).hasSize(2);
  }

  @Test
  void one_that_came_after_the_plan_stays_although_the_policy_would_drop_another() {
    ArchivedBackup old = store();
    ArchivedBackup middle = store();
    PrunePlan plan = archive.plan(LAST_ONE);
    ArchivedBackup young = store();

    archive.prune(plan);

    assertThat(left()).containsExactly(young.name(), middle.name()).doesNotContain(old.name());
  }

  @Test
  void the_newest_is_digested_before_an_older_one_goes() throws IOException {
    ArchivedBackup old = store();
    ArchivedBackup young = store();
    PrunePlan plan = archive.plan(LAST_ONE);
    corrupt(young);

    PruneResult result = archive.prune(plan);

    assertThat(result.deleted()).isEmpty();
    assertThat(archive.catalogue().of(A).newestGood())
        .map(ArchivedBackup::name)
        .contains(old.name());
    assertThat(archive.catalogue().named(young.name()).orElseThrow().manifest().verification())
        .isEqualTo(new Verification(clock.instant(), VerificationResult.CHANGED));
    assertThat(result.bad())
        .singleElement()
        .matches(it -> it.backup().name().equals(young.name()) && it.isWritten());
    assertThat(summaryOfRun(result))
        .contains("bad, as was seen before deleting: " + young.name(), "changed at ");
    assertThat(run(result, null).isSuccess()).as("nobody else may tell of it").isFalse();
  }

  private String summaryOfRun(PruneResult pruned) {
    ScheduledRun run = run(pruned, "left");
    assertThat(run.isSuccess()).isFalse();
    return run.summary();
  }

  private ScheduledRun run(PruneResult pruned, @Nullable String unfinished) {
    Instant now = clock.instant();
    SideBackup side =
        new SideBackup.Stored(PairSide.NORMAL_PRIMARY, archive.catalogue().backups().get(0));
    return new ScheduledRun(now, now, now, List.of(side), unfinished, null, pruned, null);
  }

  @Test
  void what_stays_is_told_as_verified_where_it_is_intact() {
    store();
    ArchivedBackup young = store();

    PruneResult result = prune(LAST_ONE);

    assertThat(result.bad()).isEmpty();
    assertThat(result.verified())
        .singleElement()
        .matches(it -> it.backup().name().equals(young.name()) && it.isIntact());
    assertThat(summaryOfRun(result)).doesNotContain("bad");
    assertThat(run(result, null).isSuccess()).isTrue();
  }

  @Test
  void others_may_write_while_the_newest_is_digested_and_what_they_store_is_digested_too() {
    store();
    ArchivedBackup young = store();
    List<ArchivedBackup> meanwhile = new ArrayList<>();
    BackupArchive other = BackupArchive.builder(folder).clock(clock).patience(ZERO).open();
    BackupArchive watched =
        archiveAt(
            () -> {
              if (meanwhile.isEmpty()) {
                meanwhile.add(other.store(new ScriptedSource(), REQUEST));
              }
            },
            pause -> {});

    PruneResult result = watched.prune(watched.plan(LAST_ONE));

    assertThat(result.verified())
        .extracting(it -> it.backup().name())
        .containsExactly(young.name(), meanwhile.get(0).name());
    assertThat(result.deleted()).hasSize(1);
  }

  @Test
  void what_turned_out_bad_counts_also_where_it_cannot_be_written_down() throws IOException {
    ArchivedBackup old = store();
    ArchivedBackup young = store();
    corrupt(young);
    List<ArchiveLock> taken = new ArrayList<>();
    List<Duration> pauses = new ArrayList<>();
    BackupArchive disturbed =
        archiveAt(
            () -> taken.add(lock()),
            pause -> {
              pauses.add(pause);
              if (pauses.size() > 1) {
                release(taken.get(0));
              }
            });

    PruneResult result = disturbed.prune(disturbed.plan(LAST_ONE));

    assertThat(result.deleted()).isEmpty();
    assertThat(result.bad())
        .singleElement()
        .matches(it -> it.backup().name().equals(young.name()))
        .matches(it -> it.notWritten().contains("somebody else"));
    assertThat(left()).containsExactly(young.name(), old.name());
  }

  /** Returns the archive; this runs whenever it looks at its clock. */
  private BackupArchive archiveAt(Runnable look, Waiter waiter) {
    return BackupArchive.builder(folder)
        .clock(
            () -> {
              look.run();
              return clock.instant();
            })
        .patience(Duration.ofMillis(100))
        .waiter(waiter)
        .open();
  }

  private ArchiveLock lock() {
    try {
      return requireNonNull(ArchiveLock.tryAcquire(folder), "it is locked");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(ArchiveLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_cannot_be_deleted_comes_back_and_is_left() throws IOException {
    ArchivedBackup stuck = store();
    ArchivedBackup young = store();
    Files.delete(stuck.file());
    Files.writeString(Files.createDirectory(stuck.file()).resolve("mine"), "mine");

    PruneResult result = prune(LAST_ONE);

    assertThat(result.deleted()).isEmpty();
    assertThat(result.left().get(stuck.name())).startsWith("it cannot be deleted: ");
    assertThat(left()).containsExactly(young.name(), stuck.name());
    assertThat(archive.catalogue().remarks()).isEmpty();
  }

  @Test
  void what_is_half_deleted_is_gone_and_what_is_left_of_it_is_told() throws IOException {
    ArchivedBackup old = store();
    Files.writeString(Files.createDirectory(old.folder().resolve("zzz")).resolve("mine"), "mine");

    assertThat(Pruning.drop(folder, old)).get().asString().contains(".dropping-", "is left of it");
    assertThat(old.folder()).doesNotExist();
    assertThat(left()).isEmpty();
    assertThat(archive.catalogue().remarks())
        .singleElement()
        .matches(it -> it.kind() == ArchiveRemark.Kind.UNFINISHED);
  }

  @Test
  void what_was_verified_bad_is_never_the_last_good_one() throws IOException {
    ArchivedBackup old = store();
    ArchivedBackup young = store();
    corrupt(young);
    archive.verify(young.name());

    prune(LAST_ONE);

    assertThat(left()).containsExactly(old.name());
  }

  @Test
  void bad_ones_stay_where_no_good_one_is() throws IOException {
    ArchivedBackup one = store();
    ArchivedBackup other = store();
    corrupt(one);
    corrupt(other);
    archive.verifyAll();

    prune(LAST_ONE);

    assertThat(left()).hasSize(2);
  }

  @Test
  void an_unproven_one_neither_takes_the_place_of_a_proven_one_nor_goes_for_it() {
    ArchivedBackup proven = store();
    ArchivedBackup older = store(new ScriptedSource().ending(BackupEnd.UNPROVEN));
    ArchivedBackup newest = store(new ScriptedSource().ending(BackupEnd.UNPROVEN));

    prune(LAST_ONE);

    assertThat(left()).containsExactly(newest.name(), proven.name()).doesNotContain(older.name());
  }

  @Test
  void one_that_could_not_be_read_once_is_not_dropped_for_that() throws IOException {
    ArchivedBackup old = store();
    ArchivedBackup young = store();
    Verification unreadable = new Verification(clock.instant(), VerificationResult.UNREADABLE);
    Files.write(
        young.folder().resolve("manifest.json"),
        ManifestForm.bytes(young.manifest().with(unreadable)));

    prune(LAST_ONE);

    assertThat(archive.catalogue().newestGood()).map(ArchivedBackup::name).contains(old.name());
    assertThat(left()).containsExactly(young.name(), old.name());
  }

  @Test
  void a_backup_with_a_foreign_file_beside_it_is_left_and_told() throws IOException {
    ArchivedBackup old = store();
    store();
    Path notes = Files.writeString(old.folder().resolve("notes.txt"), "mine");

    PruneResult result = prune(LAST_ONE);

    assertThat(result.deleted()).isEmpty();
    assertThat(result.left().get(old.name())).contains("notes.txt");
    assertThat(notes).hasContent("mine");
    assertThat(old.file()).exists();
  }

  @Test
  void what_was_dated_by_a_clock_ahead_does_not_take_the_place_of_true_ones() {
    ArchivedBackup first = store();
    clock.step(Duration.ofDays(400));
    ArchivedBackup ahead = store();
    clock.step(Duration.ofDays(-400));
    ArchivedBackup second = store();
    ArchivedBackup third = store();
    RetentionPolicy lastTwo = RetentionPolicy.builder(ZoneOffset.UTC).last(2).build();

    PrunePlan plan = archive.plan(lastTwo);

    assertThat(archive.catalogue().newest()).contains(third);
    assertThat(plan.timeInDoubt()).containsExactly(ahead);
    assertThat(plan.dropped()).containsExactly(first.name());
    assertThat(plan.retention().kept())
        .extracting(it -> it.name())
        .containsExactly(third.name(), second.name());
  }

  @Test
  void one_that_was_dated_by_a_clock_behind_stays() {
    ArchivedBackup first = store();
    ArchivedBackup second = store();
    clock.step(Duration.ofDays(-9_000));
    ArchivedBackup behind = store();
    clock.step(Duration.ofDays(9_000));
    ArchivedBackup third = store();

    PrunePlan plan = archive.plan(LAST_ONE);
    archive.prune(plan);

    assertThat(plan.timeInDoubt()).containsExactly(behind);
    assertThat(left())
        .containsExactly(third.name(), behind.name())
        .doesNotContain(first.name(), second.name());
  }
}
