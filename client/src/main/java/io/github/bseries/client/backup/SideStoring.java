// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.DownloadSettings;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Stores the backup of one side of a pair, or tells why there is none. */
final class SideStoring implements BackupSource {

  private final BackupSource source;
  private @Nullable ApplianceHealth health;

  private SideStoring(BackupSource source) {
    this.source = source;
  }

  static SideBackup store(
      PairSide side, BackupArchive archive, BackupSource source, StoreRequest request) {
    SideStoring remembering = new SideStoring(source);
    try {
      return new SideBackup.Stored(side, archive.store(remembering, request));
    } catch (RuntimeException e) {
      // Whatever it was: what came of the other side is not to be lost for it.
      ApplianceHealth health = remembering.health;
      return health == null
          ? new SideBackup.Missed(side, source.host(), null, null, false, e)
          : new SideBackup.Missed(
              side,
              source.host(),
              health.applianceId(),
              health.failoverRole(),
              gaveBefore(archive, health.applianceId()),
              e);
    }
  }

  private static boolean gaveBefore(BackupArchive archive, ApplianceId appliance) {
    try {
      return archive
          .catalogue()
          .of(appliance)
          .withRole(FailoverRole.BACKUP)
          .newestGood()
          .isPresent();
    } catch (UncheckedIOException e) {
      // The cause of the side tells that the disk failed.
      return false;
    }
  }

  @Override
  public String host() {
    return source.host();
  }

  /** Keeps what it returns: what a refusal means depends on the role. */
  @Override
  public ApplianceHealth health() {
    ApplianceHealth read = source.health();
    health = read;
    return read;
  }

  @Override
  public BroughtBackup bring(Path target, DownloadSettings settings) {
    return source.bring(target, settings);
  }
}
