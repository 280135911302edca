// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.BackupDownload;
import jakarta.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bseries backup}: one backup into one new file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads a backup into a new file, which appears when it is whole and not before.",
      "A backup holds no recordings, and not the Vault encryption key."
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();

  @Option(
      names = "--at",
      paramLabel = "SIDE",
      defaultValue = "primary",
      description = "the appliance to ask, primary or backup; ${DEFAULT-VALUE} unless set")
  private Side at = Side.PRIMARY;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "the file to make, which does not exist yet")
  private @Nullable Path file;

  @Option(
      names = "--idle-timeout",
      paramLabel = "SPAN",
      defaultValue = "5m",
      description = "for how long nothing may come; ${DEFAULT-VALUE} unless set")
  private Duration idleTimeout = Duration.ofMinutes(5);

  private final Map<String, String> environment;

  BackupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path target = file;
    if (target == null) {
      throw options.wrong("Missing required option: --to=FILE");
    }
    try (ApiAccount account = PairOptions.account(environment);
        ApplianceClient client =
            options
                .settings()
                .account(account)
                .address(at == Side.PRIMARY ? options.primary() : options.backup())
                .backupIdleTimeout(idleTimeout)
                .build()) {
      print(client.downloadBackup(target));
      return ExitCode.FINE.number();
    } catch (ApplianceException e) {
      // Whatever it was: there is no backup, and that much is known.
      spec.commandLine().getErr().println("bseries: no backup: " + e.getMessage());
      return ExitCode.CRITICAL.number();
    }
  }

  private void print(BackupDownload backup) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(
          PairJson.line(
              Json.createObjectBuilder()
                  .add("file", backup.file().toString())
                  .add("sizeBytes", backup.sizeBytes())
                  .add("sha256", backup.sha256())
                  .add("duration", backup.duration().toString())));
    } else {
      out.println("file     " + backup.file());
      out.println("size     " + backup.sizeBytes() + " bytes");
      out.println("SHA-256  " + backup.sha256());
      out.println("took     " + Spans.seconds(backup.duration()) + " s");
    }
  }
}
