// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries a plan out. What is to stay is digested first, without the lock, since that takes as long
 * as the files are big; what goes is chosen again under the lock.
 */
final class PruneRun {

  private final Path folder;
  private final ArchiveWriting writing;
  private final PrunePlan plan;
  private final Set<String> reviewed;
  private final Verifying verifying;

  /** What was digested, by name; nothing where it was deleted meanwhile. */
  private final Map<String, Optional<VerifiedBackup>> digested = new LinkedHashMap<>();

  PruneRun(Path folder, ArchiveWriting writing, InstantSource clock, PrunePlan plan) {
    this.folder = folder;
    this.writing = writing;
    this.plan = plan;
    this.reviewed = Set.copyOf(plan.dropped());
    this.verifying = new Verifying(writing, clock);
  }

  /** Returns what came of it. */
  PruneResult run() {
    while (true) {
      digest();
      Optional<PruneResult> result = writing.run(this::dropIfDigested);
      if (result.isPresent()) {
        return result.get();
      }
    }
  }

  /** A newest good one that turns out bad is none, and then the policy may keep others. */
  private void digest() {
    while (true) {
      Optional<ArchivedBackup> open;
      try {
        ArchiveCatalogue now = known();
        open = open(now, drops(now));
      } catch (IOException e) {
        throw writing.failure("read", e);
      }
      if (open.isEmpty()) {
        return;
      }
      digested.put(open.get().name(), verifying.verify(open.get()));
    }
  }

  /** Returns what is there now, with what is known of it also where that is not written down. */
  private ArchiveCatalogue known() throws IOException {
    ArchiveCatalogue now = ArchiveFolder.read(folder);
    return new ArchiveCatalogue(now.backups().stream().map(this::known).toList(), now.remarks());
  }

  private ArchivedBackup known(ArchivedBackup backup) {
    return digested
        .getOrDefault(backup.name(), Optional.empty())
        .filter(it -> !it.isWritten())
        .map(
            it ->
                new ArchivedBackup(
                    backup.folder(), backup.manifest().with(it.verification()), backup.fault()))
        .orElse(backup);
  }

  private List<ArchivedBackup> drops(ArchiveCatalogue now) {
    Set<String> agreed = new HashSet<>(Pruning.plan(now, plan.policy()).dropped());
    agreed.retainAll(reviewed);
    return now.where(backup -> agreed.contains(backup.name())).backups();
  }

  /** Returns a backup that stays and was not digested yet; empty if there is none. */
  private Optional<ArchivedBackup> open(ArchiveCatalogue now, List<ArchivedBackup> drops) {
    return drops.stream()
        .map(ArchivedBackup::appliance)
        .distinct()
        .flatMap(appliance -> now.of(appliance).newestGood().stream())
        .filter(backup -> !digested.containsKey(backup.name()))
        .findFirst();
  }

  /** Returns nothing if somebody stored another backup that has to be digested first. */
  private Optional<PruneResult> dropIfDigested() throws IOException {
    ArchiveCatalogue now = known();
    List<ArchivedBackup> drops = drops(now);
    return open(now, drops).isPresent() ? Optional.empty() : Optional.of(drop(drops));
  }

  private PruneResult drop(List<ArchivedBackup> drops) {
    List<ArchivedBackup> deleted = new ArrayList<>();
    Map<String, String> left = new HashMap<>();
    Map<String, String> leftovers = new HashMap<>();
    for (ArchivedBackup backup : drops) {
      try {
        List<Path> others = ArchiveFolder.others(backup.folder(), backup.manifest());
        if (others.isEmpty()) {
          Pruning.drop(folder, backup).ifPresent(it -> leftovers.put(backup.name(), it));
          deleted.add(backup);
        } else {
          left.put(backup.name(), "there is something else in its folder: " + others.get(0));
        }
      } catch (IOException e) {
        left.put(backup.name(), "it cannot be deleted: " + e);
      }
    }
    return new PruneResult(
        deleted, left, leftovers, digested.values().stream().flatMap(Optional::stream).toList());
  }
}
