// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was in an archive at one moment, or the part of it that was asked for.
 *
 * @param backups the backups, the newest first: in the order of their numbers, whatever the clock
 *     did
 * @param remarks what else is in the folder, by path
 * @since 0.1
 */
public record ArchiveCatalogue(List<ArchivedBackup> backups, List<ArchiveRemark> remarks) {

  private static final Comparator<ArchivedBackup> NEWEST_FIRST =
      Comparator.<ArchivedBackup>comparingLong(backup -> backup.manifest().number())
          .thenComparing(backup -> backup.manifest().startedAt())
          .thenComparing(ArchivedBackup::name)
          .reversed();

  /** Puts the backups into order, and keeps copies of the lists. */
  public ArchiveCatalogue {
    backups = requireNonNull(backups, "backups").stream().sorted(NEWEST_FIRST).toList();
    remarks =
        requireNonNull(remarks, "remarks").stream()
            .sorted(Comparator.comparing(ArchiveRemark::path))
            .toList();
  }

  /** Returns the part that is from this appliance. */
  public ArchiveCatalogue of(ApplianceId appliance) {
    requireNonNull(appliance, "appliance");
    return where(backup -> backup.appliance().equals(appliance));
  }

  /** Returns the part that is from an appliance that had this role at that time. */
  public ArchiveCatalogue withRole(FailoverRole role) {
    requireNonNull(role, "role");
    return where(backup -> backup.manifest().role() == role);
  }

  /** Returns the part that is from an appliance that ran just this version and build. */
  public ArchiveCatalogue withVersion(ApplianceVersion version) {
    requireNonNull(version, "version");
    return where(backup -> version.equals(backup.manifest().version()));
  }

  /** Returns the part that was asked for at this moment or later. */
  public ArchiveCatalogue since(Instant moment) {
    requireNonNull(moment, "moment");
    return where(backup -> !backup.manifest().startedAt().isBefore(moment));
  }

  /** Returns the part that was asked for before this moment. */
  public ArchiveCatalogue before(Instant moment) {
    requireNonNull(moment, "moment");
    return where(backup -> backup.manifest().startedAt().isBefore(moment));
  }

  /** Returns the part that fits. What else is in the folder stays in it. */
  public ArchiveCatalogue where(Predicate<? super ArchivedBackup> fits) {
    return new ArchiveCatalogue(
        backups.stream().filter(requireNonNull(fits, "fits")).toList(), remarks);
  }

  /** Returns the newest backup that is good; empty if none is. */
  public Optional<ArchivedBackup> newestGood() {
    return backups.stream().filter(ArchivedBackup::isGood).findFirst();
  }

  /** Returns the newest backup, good or not; empty if there is none. */
  public Optional<ArchivedBackup> newest() {
    return backups.stream().findFirst();
  }

  /** Returns the backup of this name; empty if there is none. */
  public Optional<ArchivedBackup> named(String name) {
    return backups.stream().filter(backup -> backup.name().equals(name)).findFirst();
  }

  /** Returns the appliances of which there is a backup, that of the newest one first. */
  public List<ApplianceId> appliances() {
    return backups.stream().map(ArchivedBackup::appliance).distinct().toList();
  }

  /**
   * Returns a recovery kit with the newest good backup of each side in it. What was declared of a
   * side stays where that is newer than what is kept here, such as a backup that was made by hand,
   * and where nothing good is kept here.
   *
   * @param declared what people say lies ready
   * @param normalPrimary the appliance that is meant to be primary
   * @param normalBackup the appliance that is meant to stand by
   * @param at when this was read
   * @throws IllegalArgumentException if both sides are one appliance
   */
  public RecoveryKit kit(
      RecoveryKit declared, ApplianceId normalPrimary, ApplianceId normalBackup, Instant at) {
    if (normalPrimary.equals(normalBackup)) {
      throw new IllegalArgumentException("both sides are appliance " + normalPrimary);
    }
    return declared.toBuilder()
        .normalPrimary(side(declared.normalPrimary(), normalPrimary, at))
        .normalBackup(side(declared.normalBackup(), normalBackup, at))
        .build();
  }

  private ApplianceKit side(ApplianceKit declared, ApplianceId appliance, Instant at) {
    Optional<NsbCopy> kept = of(appliance).newestGood().map(ArchivedBackup::copy);
    Optional<NsbCopy> said =
        Optional.ofNullable(declared.newestBackup()).flatMap(part -> part.value().copy());
    if (kept.isEmpty()) {
      return declared;
    }
    NsbCopy copy = kept.get();
    boolean newerIsDeclared =
        said.isPresent()
            && said.get().file().isGood()
            && said.get().file().appliance().equals(appliance)
            && said.get().file().takenAt().isAfter(copy.file().takenAt());
    return newerIsDeclared
        ? declared
        : declared.withNewestBackup(
            new Attested<>(KitPart.ready(copy), "the archive of backups", at));
  }
}
