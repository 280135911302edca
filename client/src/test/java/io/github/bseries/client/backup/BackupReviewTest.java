// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static io.github.bseries.client.backup.ScriptedSource.A;
import static io.github.bseries.client.backup.ScriptedSource.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.backup.BackupFinding.Kind;
import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.PairSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupReviewTest {

  private static final BackupPromise DAILY = BackupPromise.ofAge(Duration.ofHours(26));
  private static final StoreRequest REQUEST = new StoreRequest("nightly", null);

  @TempDir private Path folder;
  private final SteppedClock clock = new SteppedClock();
  private BackupArchive archive;
  private int seed;

  @BeforeEach
  void open() {
    archive = BackupArchive.builder(folder).clock(clock).open();
  }

  private ArchivedBackup store(ScriptedSource source) {
    clock.step(Duration.ofDays(1));
    return archive.store(source, REQUEST);
  }

  private ArchivedBackup storeOfSize(int size) {
    return store(new ScriptedSource().giving(ScriptedSource.content(++seed, size)));
  }

  private List<BackupFinding> review() {
    return BackupReview.review(archive.catalogue(), List.of(A), DAILY, clock.instant());
  }

  private List<Kind> kinds() {
    return review().stream().map(BackupFinding::kind).toList();
  }

  @Test
  void nothing_is_said_of_a_week_of_good_backups() {
    for (int day = 0; day < 7; day++) {
      storeOfSize(1_000 + 50 * day);
    }

    assertThat(review()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, true", "599, true", "600, false", "1400, false", "1401, true"})
  void a_size_far_from_the_median_is_told(int size, boolean told) {
    for (int each : new int[] {990, 1_000, 1_010, 1_000}) {
      storeOfSize(each);
    }
    storeOfSize(size);

    assertThat(kinds()).isEqualTo(told ? List.of(Kind.SIZE_IS_UNUSUAL) : List.of());
  }

  @Test
  void a_size_is_not_compared_with_too_few() {
    storeOfSize(1_000);
    storeOfSize(1_000);
    storeOfSize(10);

    assertThat(kinds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, false", "8, true"})
  void the_same_content_for_a_week_is_told(int count, boolean told) {
    for (int day = 0; day < count; day++) {
      store(new ScriptedSource());
    }

    assertThat(kinds()).isEqualTo(told ? List.of(Kind.CONTENT_IS_THE_SAME) : List.of());
  }

  @Test
  void a_new_version_is_told_with_both() {
    store(new ScriptedSource().running("24.3.1"));
    store(new ScriptedSource().running("25.1.2"));

    assertThat(review())
        .singleElement()
        .matches(it -> it.kind() == Kind.VERSION_CHANGED && it.appliance().equals(A))
        .asString()
        .contains("24.3.1", "25.1.2");
  }

  @Test
  void an_unproven_end_is_told_and_is_no_good_backup() {
    store(new ScriptedSource().ending(BackupEnd.UNPROVEN));

    assertThat(kinds()).containsExactly(Kind.SIDE_IS_MISSING, Kind.END_IS_UNPROVEN);
  }

  @ParameterizedTest
  @CsvSource({"PT26H, false", "PT26H0.000000001S, true"})
  void one_that_is_older_than_was_promised_is_told(Duration age, boolean told) {
    storeOfSize(1_000);
    clock.step(age);

    assertThat(kinds()).isEqualTo(told ? List.of(Kind.TOO_OLD) : List.of());
  }

  @Test
  void a_side_without_any_is_told() {
    storeOfSize(1_000);

    List<BackupFinding> findings =
        BackupReview.review(archive.catalogue(), List.of(A, B), DAILY, clock.instant());

    assertThat(findings)
        .singleElement()
        .matches(it -> it.kind() == Kind.SIDE_IS_MISSING && it.appliance().equals(B));
  }

  @Test
  void a_file_that_is_gone_or_changed_is_told() throws IOException {
    ArchivedBackup changed = storeOfSize(1_000);
    ArchivedBackup gone = storeOfSize(1_000);
    storeOfSize(1_000);
    Files.write(changed.file(), ScriptedSource.content(99, 1_000));
    Files.delete(gone.file());
    archive.verify(changed.name());

    assertThat(review())
        .extracting(BackupFinding::text)
        .containsExactly(
            gone.file() + " is bad: missing",
            changed.file() + " is bad: changed, as was seen at " + clock.instant());
  }

  @Test
  void a_damaged_manifest_is_told() throws IOException {
    Files.writeString(storeOfSize(1_000).folder().resolve("manifest.json"), "?");

    assertThat(kinds()).containsExactly(Kind.MANIFEST_IS_DAMAGED, Kind.SIDE_IS_MISSING);
  }

  @Test
  void a_clock_that_went_back_is_told() {
    storeOfSize(1_000);
    clock.step(Duration.ofDays(400));
    ArchivedBackup ahead = storeOfSize(1_000);
    clock.step(Duration.ofDays(-400));
    storeOfSize(1_000);

    assertThat(review())
        .singleElement()
        .matches(it -> it.kind() == Kind.CLOCK_WAS_WRONG && it.text().startsWith(ahead.name()));
  }

  @Test
  void the_newest_good_of_each_side_is_in_the_kit() throws IOException {
    ArchivedBackup good = storeOfSize(1_000);
    ArchivedBackup bad = storeOfSize(1_000);
    Files.delete(bad.file());
    ArchivedBackup other = store(new ScriptedSource().of(B));

    RecoveryKit kit = archive.catalogue().kit(RecoveryKit.none(), A, B, clock.instant());

    assertThat(kit.newestBackup(PairSide.NORMAL_PRIMARY)).contains(good.copy());
    assertThat(kit.newestBackup(PairSide.NORMAL_BACKUP)).contains(other.copy());
    assertThat(kit.newestBackup(PairSide.NORMAL_BACKUP).map(NsbCopy::version))
        .contains(other.manifest().version());
  }

  @Test
  void a_side_of_which_nothing_is_kept_stays_as_it_was_declared() {
    storeOfSize(1_000);
    var declared = RecoveryKit.builder().build();

    RecoveryKit kit = archive.catalogue().kit(declared, A, B, clock.instant());

    assertThat(kit.normalBackup().newestBackup()).isNull();
  }

  @Test
  void a_newer_one_that_was_made_by_hand_stays_in_the_kit() {
    ArchivedBackup kept = storeOfSize(1_000);
    var later = kept.stored();
    var byHand = NsbCopy.of(StoredBackup.good("by-hand.nsb", A, later.takenAt().plusSeconds(1), 5));
    RecoveryKit declared =
        RecoveryKit.builder()
            .normalPrimary(
                ApplianceKit.none()
                    .withNewestBackup(
                        new Attested<>(KitPart.ready(byHand), "operations", clock.instant())))
            .build();

    RecoveryKit kit = archive.catalogue().kit(declared, A, B, clock.instant());

    assertThat(kit.newestBackup(PairSide.NORMAL_PRIMARY)).contains(byHand);
  }
}
