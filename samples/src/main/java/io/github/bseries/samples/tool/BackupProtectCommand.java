// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bseries backup protect}: makes a backup stay, whatever a policy says. */
@Command(
    name = "protect",
    mixinStandardHelpOptions = true,
    description = "Makes a backup stay, whatever a policy says, until it is unprotected.")
final class BackupProtectCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "NAME", description = "the name of the backup, as list prints it")
  private String name = "";

  @Option(
      names = "--by",
      paramLabel = "WHO",
      required = true,
      description = "who wants it: a name or a ticket")
  private String by = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
  private String reason = "";

  @Override
  public Integer call() {
    BackupArchive archive = options.open();
    ArchivedBackup backup = options.checked(() -> archive.protect(name, by, reason));
    return options.print(ExitCode.FINE, backup.summary(), ArchiveJson.of(backup));
  }
}
