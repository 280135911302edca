// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.BackupEnd;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A pair and an archive as a schedule sees them, without a network and a disk. */
final class ScriptedPair implements SchedulePort {

  final List<Instant> primaries = new ArrayList<>();
  final List<Instant> backups = new ArrayList<>();
  final List<RequestedRole> pending = new ArrayList<>();
  FailoverRole roleOfPrimary = FailoverRole.PRIMARY;
  FailoverRole roleOfBackup = FailoverRole.BACKUP;
  Runnable atStore = () -> {};
  Runnable atPrune = () -> {};
  Instant kept;
  Instant keptOfBackup;
  Supplier<SideBackup> answer;
  int looks;
  int prunings;
  private final InstantSource clock;

  ScriptedPair(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Instant> newest(PairSide side) {
    return Optional.ofNullable(
        side == PairSide.NORMAL_BACKUP && keptOfBackup != null ? keptOfBackup : kept);
  }

  @Override
  public PairSnapshot look() {
    looks++;
    return new PairSnapshot(
        seen(ScriptedSource.A, roleOfPrimary), seen(ScriptedSource.B, roleOfBackup), null);
  }

  private Observation seen(ApplianceId id, FailoverRole role) {
    ApplianceHealth health =
        new ApplianceHealth(id, null, null, true, List.of(), role, List.of(), null);
    return new Observation.Seen(health, clock.instant(), null);
  }

  @Override
  public List<RequestedRole> pending() {
    return pending;
  }

  @Override
  public SideBackup store(PairSide side) {
    Instant now = clock.instant();
    (side == PairSide.NORMAL_PRIMARY ? primaries : backups).add(now);
    atStore.run();
    if (answer != null) {
      return answer.get();
    }
    return new SideBackup.Stored(
        side,
        new ArchivedBackup(
            Path.of("archive", now.toString()),
            manifest(side == PairSide.NORMAL_PRIMARY ? ScriptedSource.A : ScriptedSource.B, now),
            null));
  }

  private static BackupManifest manifest(ApplianceId id, Instant at) {
    return new BackupManifest(
        1,
        "site.nsb",
        id,
        "site.example.com",
        null,
        FailoverRole.PRIMARY,
        null,
        null,
        null,
        "GET /api/backup",
        at,
        at,
        null,
        1,
        "0".repeat(64),
        BackupEnd.LENGTH,
        false,
        null,
        "nightly",
        null,
        null);
  }

  @Override
  public PruneResult prune(Collection<ApplianceId> appliances) {
    prunings++;
    atPrune.run();
    return null;
  }

  /** Returns how long it was from each run to the next, as the wall clock of the caller showed. */
  List<Duration> between() {
    List<Duration> spans = new ArrayList<>();
    for (int i = 1; i < primaries.size(); i++) {
      spans.add(Duration.between(primaries.get(i - 1), primaries.get(i)));
    }
    return spans;
  }
}
