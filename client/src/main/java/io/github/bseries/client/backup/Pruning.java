// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.core.backup.RetentionDecision;
import io.github.bseries.core.backup.RetentionPlan;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.ApplianceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a policy says of the backups of an archive, and how one of them goes. */
final class Pruning {

  private Pruning() {}

  /** Returns what the policy says. */
  static PrunePlan plan(ArchiveCatalogue catalogue, RetentionPolicy policy) {
    RetentionPolicy strict =
        new RetentionPolicy(
            policy.last(),
            policy.hourly(),
            policy.daily(),
            policy.weekly(),
            policy.monthly(),
            policy.yearly(),
            true,
            policy.zone());
    Set<ArchivedBackup> believed = new HashSet<>();
    for (ApplianceId appliance : catalogue.appliances()) {
      List<ArchivedBackup> oldestFirst = new ArrayList<>(catalogue.of(appliance).backups());
      Collections.reverse(oldestFirst);
      believed.addAll(ClockOrder.believed(oldestFirst));
    }
    List<ArchivedBackup> placed = catalogue.backups().stream().filter(believed::contains).toList();
    return new PrunePlan(
        policy,
        retention(placed, strict),
        catalogue.backups().stream().filter(backup -> !believed.contains(backup)).toList());
  }

  /**
   * A backup whose end is not proven, or that could not be read once, may be whole or not. It must
   * not take the place of a good one, and must not be dropped for that doubt either: so it goes
   * only if it goes both ways.
   */
  private static RetentionPlan retention(List<ArchivedBackup> backups, RetentionPolicy policy) {
    List<StoredBackup> good = backups.stream().map(it -> it.stored(it.isGood())).toList();
    List<StoredBackup> possible = backups.stream().map(it -> it.stored(it.mayBeWhole())).toList();
    List<RetentionDecision> strict = policy.plan(good).decisions();
    List<RetentionDecision> lenient = policy.plan(possible).decisions();
    return new RetentionPlan(
        IntStream.range(0, backups.size())
            .mapToObj(i -> strict.get(i).isKept() ? strict.get(i) : lenient.get(i))
            .toList());
  }

  /**
   * Deletes a backup. It leaves under its name in one step, so that whatever happens afterwards, no
   * half of it is taken for a backup. If nothing of it can be deleted, it comes back.
   *
   * @return what is left of it and why, hidden; empty if nothing is
   * @throws IOException if it could not be deleted, and is there as it was
   */
  static Optional<String> drop(Path archive, ArchivedBackup backup) throws IOException {
    int count = ArchiveFolder.entries(backup.folder()).size();
    Path going = ArchiveNames.dropping(archive);
    Files.move(backup.folder(), going, StandardCopyOption.ATOMIC_MOVE);
    try {
      OwnFolder.force(archive);
      Leftovers.deleteFolder(going);
      return Optional.empty();
    } catch (IOException e) {
      if (isWhole(going, count) && cameBack(going, backup.folder())) {
        throw e;
      }
      return Optional.of(going + " is left of it: " + e);
    }
  }

  private static boolean isWhole(Path going, int count) {
    try {
      return ArchiveFolder.entries(going).size() == count;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean cameBack(Path going, Path folder) {
    try {
      Files.move(going, folder, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
