// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bseries backup}: what can be done with backups. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps backups of a pair in an archive: a folder that stays readable without this tool.",
      "A backup holds no recordings, and not the Vault encryption key."
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private BackupCommand() {}

  static CommandLine line(Map<String, String> environment) {
    return new CommandLine(new BackupCommand())
        .addSubcommand(new BackupRunCommand(environment))
        .addSubcommand(new BackupListCommand())
        .addSubcommand(new BackupShowCommand())
        .addSubcommand(new BackupVerifyCommand())
        .addSubcommand(new BackupPruneCommand())
        .addSubcommand(new BackupProtectCommand())
        .addSubcommand(new BackupUnprotectCommand())
        .addSubcommand(new BackupKitCommand(environment))
        .addSubcommand(new BackupDownloadCommand(environment));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command after backup");
  }
}
