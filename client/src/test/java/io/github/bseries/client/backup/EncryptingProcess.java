// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.DownloadSettings;
import java.nio.file.Path;
import java.util.Arrays;

/** A process that stores encrypted backups, for {@code .ci/age-cross-test} to decrypt with age. */
final class EncryptingProcess {

  private EncryptingProcess() {}

  /**
   * Stores one backup of each size, and prints for each its file and the SHA-256 of what is in it.
   *
   * @param args the folder of the archive, a file of recipients, and sizes in bytes
   */
  public static void main(String[] args) {
    BackupArchive archive = BackupArchive.open(Path.of(args[0]));
    StoreRequest request =
        new StoreRequest("the cross-test", null)
            .with(
                DownloadSettings.builder()
                    .recipients(AgeRecipient.ofFile(Path.of(args[1])))
                    .build());
    for (String size : Arrays.asList(args).subList(2, args.length)) {
      int bytes = Integer.parseInt(size);
      ArchivedBackup stored =
          archive.store(new ScriptedSource().giving(ScriptedSource.content(bytes, bytes)), request);
      System.out.println(stored.manifest().plainSha256() + " " + bytes + " " + stored.file());
    }
  }
}
