// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.Protection;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
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
  @Mixin private PatienceOption patience = new PatienceOption();

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

  @Option(
      names = "--replace",
      description = "also where somebody else protects it; without it that is refused")
  private boolean replace;

  @Override
  public Integer call() {
    BackupArchive archive = options.open(patience);
    Optional<Protection> before =
        archive.catalogue().named(name).map(it -> it.manifest().protection());
    ArchivedBackup backup =
        options.checked(
            () ->
                replace
                    ? archive.replaceProtection(name, by, reason)
                    : archive.protect(name, by, reason));
    JsonObjectBuilder object = ArchiveJson.of(backup);
    before.ifPresent(it -> object.add("replaced", ArchiveJson.of(it)));
    return options.print(
        ExitCode.FINE,
        backup.summary() + before.map(BackupProtectCommand::replaced).orElse(""),
        object);
  }

  private static String replaced(Protection before) {
    return "\nreplaced: by " + before.by() + " since " + before.at() + ": " + before.reason();
  }
}
