// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bseries backup unprotect}: leaves it to the policies again whether a backup stays. */
@Command(
    name = "unprotect",
    mixinStandardHelpOptions = true,
    description = "Leaves it to the policies again whether a backup stays.")
final class BackupUnprotectCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();
  @Mixin private PatienceOption patience = new PatienceOption();

  @Parameters(paramLabel = "NAME", description = "the name of the backup, as list prints it")
  private String name = "";

  @Override
  public Integer call() {
    BackupArchive archive = options.open(patience);
    ArchivedBackup backup = options.checked(() -> archive.unprotect(name));
    return options.print(ExitCode.FINE, backup.summary(), ArchiveJson.of(backup));
  }
}
