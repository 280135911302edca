// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at the backups that are kept for what may be wrong with them, without reading a file or a
 * clock.
 *
 * @since 0.1
 */
public final class BackupReview {

  private final BackupPromise promise;
  private final Instant moment;
  private final List<BackupFinding> findings = new ArrayList<>();

  private BackupReview(BackupPromise promise, Instant moment) {
    this.promise = promise;
    this.moment = moment;
  }

  /**
   * Returns what should be looked at.
   *
   * @param catalogue what is kept
   * @param expected the appliances of which there should be backups: both sides of a pair
   * @param promise what is expected of each of them
   * @param moment now
   * @return an empty list if nothing was found
   */
  public static List<BackupFinding> review(
      ArchiveCatalogue catalogue,
      List<ApplianceId> expected,
      BackupPromise promise,
      Instant moment) {
    BackupReview review = new BackupReview(promise, moment);
    review.addDamage(catalogue);
    for (ApplianceId appliance : expected) {
      review.addOf(appliance, catalogue.of(appliance));
    }
    return List.copyOf(review.findings);
  }

  /**
   * Returns what should be looked at after both sides of a pair were asked for a backup. A side
   * that gave no health does not say which appliance it is: then the newest backup that was called
   * at its host tells; where there is none, that is a finding.
   *
   * @param catalogue what is kept
   * @param asked what came of the backups of both sides. What it {@linkplain PairBackup#findings()
   *     found itself} is not repeated
   * @param promise what is expected of each of them
   * @param moment now
   * @return an empty list if nothing was found
   */
  public static List<BackupFinding> review(
      ArchiveCatalogue catalogue, PairBackup asked, BackupPromise promise, Instant moment) {
    Set<ApplianceId> known = new LinkedHashSet<>();
    asked.stored().forEach(stored -> known.add(stored.appliance()));
    List<SideBackup.Missed> missed =
        asked.sides().stream()
            .flatMap(side -> side.fold(s -> Stream.<SideBackup.Missed>empty(), Stream::of))
            .toList();
    missed.forEach(side -> Optional.ofNullable(side.appliance()).ifPresent(known::add));
    List<BackupFinding> unknown = new ArrayList<>();
    for (SideBackup.Missed side : missed) {
      if (side.appliance() == null && !addLast(known, catalogue, side.host())) {
        unknown.add(nobody(side));
      }
    }
    List<BackupFinding> findings =
        new ArrayList<>(review(catalogue, List.copyOf(known), promise, moment));
    findings.addAll(unknown);
    return List.copyOf(findings);
  }

  /** The other side, which is known, may be called at the same host, and is not looked for. */
  private static boolean addLast(Set<ApplianceId> known, ArchiveCatalogue catalogue, String host) {
    return catalogue
        .where(backup -> backup.manifest().host().equals(host))
        .where(backup -> !known.contains(backup.appliance()))
        .newest()
        .map(backup -> known.add(backup.appliance()))
        .orElse(false);
  }

  private static BackupFinding nobody(SideBackup.Missed side) {
    return new BackupFinding(
        BackupFinding.Kind.SIDE_IS_MISSING,
        null,
        "it is not known which appliance is the "
            + side.side().title()
            + ": it gave no health, and no backup is kept that tells who it was; so it is not known"
            + " how old its backups are");
  }

  private void addDamage(ArchiveCatalogue catalogue) {
    for (ArchiveRemark remark : catalogue.remarks()) {
      if (remark.kind() == ArchiveRemark.Kind.DAMAGED) {
        findings.add(
            new BackupFinding(
                BackupFinding.Kind.MANIFEST_IS_DAMAGED, null, remark.path() + " " + remark.text()));
      }
    }
    for (ArchivedBackup backup : catalogue.backups()) {
      if (backup.isSuspect()) {
        add(BackupFinding.Kind.FILE_IS_BAD, backup.appliance(), badness(backup));
      }
    }
  }

  private static String badness(ArchivedBackup backup) {
    Verification last = backup.manifest().verification();
    VerificationResult fault = backup.fault();
    if (fault != null) {
      return backup.file() + " is bad: " + fault.title();
    }
    return backup.file()
        + " is bad: "
        + (last == null ? "unknown" : last.result().title() + ", as was seen at " + last.at());
  }

  private void addOf(ApplianceId appliance, ArchiveCatalogue backups) {
    addAge(appliance, backups);
    addClock(appliance, backups);
    Optional<ArchivedBackup> newest = backups.newest();
    if (newest.isPresent()) {
      addEnd(newest.get());
      addRole(newest.get());
      addOther(newest.get());
      addVersion(newest.get(), backups.backups());
      addContent(newest.get(), backups.backups());
      addSize(newest.get(), backups.backups());
    }
  }

  private void addAge(ApplianceId appliance, ArchiveCatalogue backups) {
    Optional<ArchivedBackup> good = backups.newestGood();
    if (good.isEmpty()) {
      add(
          BackupFinding.Kind.SIDE_IS_MISSING,
          appliance,
          "there is no good backup of appliance "
              + appliance
              + (backups.backups().isEmpty() ? "" : ", only such that are not"));
      return;
    }
    Duration age = Duration.between(good.get().manifest().startedAt(), moment);
    if (age.compareTo(promise.oldest()) > 0) {
      add(
          BackupFinding.Kind.TOO_OLD,
          appliance,
          good.get().name()
              + " is the newest good one and "
              + age
              + " old; "
              + promise.oldest()
              + " was promised");
    }
  }

  private void addClock(ApplianceId appliance, ArchiveCatalogue backups) {
    List<ArchivedBackup> oldestFirst = new ArrayList<>(backups.backups());
    Collections.reverse(oldestFirst);
    Set<ArchivedBackup> believed = ClockOrder.believed(oldestFirst);
    for (ArchivedBackup backup : backups.backups()) {
      boolean future = backup.manifest().startedAt().isAfter(moment);
      if (future || !believed.contains(backup)) {
        add(
            BackupFinding.Kind.CLOCK_WAS_WRONG,
            appliance,
            backup.name()
                + " is dated "
                + (future ? "into the future" : "in another order than it was stored in")
                + "; a clock was wrong, so no policy deletes it");
      }
    }
  }

  private void addEnd(ArchivedBackup newest) {
    if (newest.manifest().end() == BackupEnd.UNPROVEN) {
      add(
          BackupFinding.Kind.END_IS_UNPROVEN,
          newest.appliance(),
          "it is not proven that " + newest.name() + " is whole; its end could be a cut");
    }
  }

  private void addRole(ArchivedBackup newest) {
    FailoverRole before = newest.manifest().role();
    FailoverRole after = newest.manifest().roleAfter();
    if (after != null && after != before) {
      add(
          BackupFinding.Kind.ROLE_CHANGED,
          newest.appliance(),
          newest.name()
              + " was begun by a "
              + before.literal()
              + " that was "
              + after.literal()
              + " at its end; make another one");
    }
  }

  private void addOther(ArchivedBackup newest) {
    ApplianceId after = newest.manifest().applianceAfter();
    if (after != null) {
      add(
          BackupFinding.Kind.APPLIANCE_CHANGED,
          newest.appliance(),
          "appliance "
              + newest.appliance()
              + " answered before "
              + newest.name()
              + " and appliance "
              + after
              + " right after it, so it may be from either; make another one");
    }
  }

  private void addVersion(ArchivedBackup newest, List<ArchivedBackup> newestFirst) {
    ApplianceVersion version = newest.manifest().version();
    ApplianceVersion before =
        newestFirst.size() < 2 ? null : newestFirst.get(1).manifest().version();
    if (version != null && before != null && !version.equals(before)) {
      add(
          BackupFinding.Kind.VERSION_CHANGED,
          newest.appliance(),
          newest.name()
              + " is from "
              + version
              + ", and the backup before it from "
              + before
              + "; an older one may not be restorable any more");
    }
  }

  private void addContent(ArchivedBackup newest, List<ArchivedBackup> newestFirst) {
    Instant since = newest.manifest().startedAt();
    for (ArchivedBackup backup : newestFirst) {
      if (!backup.manifest().plainSha256().equals(newest.manifest().plainSha256())) {
        break;
      }
      since = backup.manifest().startedAt();
    }
    Duration same = Duration.between(since, newest.manifest().startedAt());
    if (same.compareTo(promise.sameContentFor()) >= 0) {
      add(
          BackupFinding.Kind.CONTENT_IS_THE_SAME,
          newest.appliance(),
          "all backups since " + since + " have the same content, byte for byte");
    }
  }

  private void addSize(ArchivedBackup newest, List<ArchivedBackup> newestFirst) {
    List<Long> sizes =
        newestFirst.stream()
            .skip(1)
            .filter(ArchivedBackup::isGood)
            .limit(promise.comparedCount())
            .map(backup -> backup.manifest().plainSizeBytes())
            .sorted()
            .toList();
    if (sizes.size() < 3) {
      return;
    }
    double median = (sizes.get((sizes.size() - 1) / 2) + sizes.get(sizes.size() / 2)) / 2.0;
    long size = newest.manifest().plainSizeBytes();
    if (Math.abs(size - median) * 100 > median * promise.sizePercent()) {
      add(
          BackupFinding.Kind.SIZE_IS_UNUSUAL,
          newest.appliance(),
          newest.name()
              + " has "
              + size
              + " bytes; the median of the "
              + sizes.size()
              + " before it is "
              + Math.round(median));
    }
  }

  private void add(BackupFinding.Kind kind, ApplianceId appliance, String text) {
    findings.add(new BackupFinding(kind, appliance, text));
  }
}
