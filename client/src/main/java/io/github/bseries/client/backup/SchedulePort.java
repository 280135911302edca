// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a schedule does with the world: a pair and an archive. */
interface SchedulePort {

  /**
   * Returns when the newest backup of a side was begun, as far as the archive tells. One that is
   * missing, or was seen to have changed, is none: it has to be made again.
   */
  Optional<Instant> newest(PairSide side);

  PairSnapshot look();

  /** Returns the role changes that were asked for and not seen yet. */
  List<RequestedRole> pending();

  SideBackup store(PairSide side);

  /** Deletes what is not needed any more of these; null if that was not asked for. */
  @Nullable PruneResult prune(Collection<ApplianceId> appliances);

  static SchedulePort of(
      PairClient pair,
      BackupArchive archive,
      StoreRequest request,
      @Nullable RetentionPolicy retention) {
    return new SchedulePort() {
      @Override
      public Optional<Instant> newest(PairSide side) {
        // An archive may keep the backups of other pairs, too.
        String host = BackupSource.of(client(side)).host();
        return archive
            .catalogue()
            .where(backup -> backup.manifest().host().equals(host) && !backup.isSuspect())
            .newest()
            .map(backup -> backup.manifest().startedAt());
      }

      @Override
      public PairSnapshot look() {
        return pair.observe();
      }

      @Override
      public List<RequestedRole> pending() {
        return pair.pendingRoleChanges();
      }

      @Override
      public SideBackup store(PairSide side) {
        return SideStoring.store(side, archive, BackupSource.of(client(side)), request);
      }

      private ApplianceClient client(PairSide side) {
        return side == PairSide.NORMAL_PRIMARY ? pair.primary() : pair.backup();
      }

      @Override
      public @Nullable PruneResult prune(Collection<ApplianceId> appliances) {
        return retention == null ? null : archive.prune(archive.plan(retention, appliances));
      }
    };
  }
}
