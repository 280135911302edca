// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.BackupDownload;
import io.github.bseries.client.DownloadSettings;
import jakarta.json.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bseries backup download}: one backup into one new file. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads a backup into a new file, without an archive; it appears when it is whole and not"
          + " before.",
      "A backup holds no recordings, and not the Vault encryption key."
    })
final class BackupDownloadCommand implements Callable<Integer> {

  private static final long TIDYING_SECONDS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();
  @Mixin private DownloadOptions download = new DownloadOptions();

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

  BackupDownloadCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path target = file;
    if (target == null) {
      throw options.wrong("Missing required option: --to=FILE");
    }
    checkTarget(target);
    DownloadSettings settings = download.settings();
    try (ApiAccount account = options.account(environment);
        ApplianceClient client =
            options.client(
                at == Side.PRIMARY ? options.primary() : options.backup(),
                account,
                more -> more.backupIdleTimeout(idleTimeout))) {
      return download(client, target, settings).number();
    }
  }

  private void checkTarget(Path target) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw options.wrong(target + " exists, and is not written over; name another file");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw options.wrong("there is no folder " + folder + "; make it first");
    }
  }

  private ExitCode download(ApplianceClient client, Path target, DownloadSettings settings) {
    CountDownLatch done = new CountDownLatch(1);
    // Ended by a signal, the client ends the download, which takes its unfinished file away.
    Thread tidy = new Thread(() -> endDownload(client, done), "end-of-the-download");
    Runtime.getRuntime().addShutdownHook(tidy);
    try {
      print(client.downloadBackup(target, settings));
      return ExitCode.FINE;
    } catch (ApplianceException | UncheckedIOException e) {
      // Whatever it was: there is no backup, and that much is known.
      fail(String.valueOf(e.getMessage()));
      return ExitCode.CRITICAL;
    } finally {
      done.countDown();
      forget(tidy);
    }
  }

  private static void endDownload(ApplianceClient client, CountDownLatch done) {
    client.close();
    try {
      boolean ended = done.await(TIDYING_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("bseries: an unfinished .part file may be left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook is at work.
      return;
    }
  }

  private void fail(String reason) {
    spec.commandLine().getErr().println("bseries: no backup: " + reason);
    if (options.isJson()) {
      spec.commandLine()
          .getOut()
          .println(
              PairJson.line(
                  Json.createObjectBuilder()
                      .add("verdict", ExitCode.CRITICAL.word())
                      .add("reason", reason)));
    }
  }

  private void print(BackupDownload backup) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(
          PairJson.line(
              Json.createObjectBuilder()
                  .add("verdict", ExitCode.FINE.word())
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
