// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.BackupDownload;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import java.nio.file.Path;

/**
 * Where an archive takes a backup from: an appliance as a rule.
 *
 * @since 0.1
 */
public interface BackupSource {

  /**
   * Returns where the appliance is called: a host, with its port where that is not 443. An archive
   * tells both sides of a pair apart by this as long as it has not asked them.
   */
  String host();

  /**
   * Reads which appliance it is, the role that it plays and the version that it runs. It is asked
   * right before each backup, and once more right after it.
   *
   * @throws io.github.bseries.client.ApplianceException if that cannot be known
   */
  ApplianceHealth health();

  /**
   * Puts a backup into a new file, or leaves none. The file is whole and on the disk when this
   * returns.
   *
   * @param target the file to make; its folder exists, it does not
   * @param settings how. A file that should be encrypted has to be
   * @throws io.github.bseries.client.ApplianceException if no backup came
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  BroughtBackup bring(Path target, DownloadSettings settings);

  /** Returns the appliance that this client talks to, through the Backup API. */
  static BackupSource of(ApplianceClient client) {
    requireNonNull(client, "client");
    return new BackupSource() {
      @Override
      public String host() {
        ApplianceAddress address = client.address();
        boolean bracketed = address.host().contains(":");
        return address.port() == ApplianceAddress.DEFAULT_PORT
            ? address.host()
            : (bracketed ? "[" + address.host() + "]" : address.host()) + ":" + address.port();
      }

      @Override
      public ApplianceHealth health() {
        return client.checkHealth();
      }

      @Override
      public BroughtBackup bring(Path target, DownloadSettings settings) {
        BackupDownload download = client.downloadBackup(target, settings);
        boolean passwordSent = settings.password().isPresent();
        return new BroughtBackup(
            download.sizeBytes(),
            download.sha256(),
            download.duration(),
            download.applianceClock(),
            download.serverFileName(),
            download.end(),
            passwordSent ? "POST /api/backup" : "GET /api/backup",
            passwordSent,
            download.encryption());
      }
    };
  }
}
