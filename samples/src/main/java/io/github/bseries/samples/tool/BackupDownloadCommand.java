// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.BackupDownload;
import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.DownloadSettings;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
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
                download::client)) {
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
    PrintWriter err = spec.commandLine().getErr();
    // Ended by a signal, the client ends the download, which takes its unfinished file away.
    EndBySignal signal = EndBySignal.of(client::close, err, "an unfinished .part file may be left");
    try (DownloadBar bar = download.bar(err)) {
      return download(client, target, settings.toBuilder().progress(bar).build(), bar);
    } finally {
      signal.close();
    }
  }

  private ExitCode download(
      ApplianceClient client, Path target, DownloadSettings settings, DownloadBar bar) {
    try {
      BackupDownload backup = client.downloadBackup(target, settings);
      print(backup);
      return judge(backup);
    } catch (ApplianceException | UncheckedIOException e) {
      bar.close();
      // Whatever it was: there is no backup, and that much is known.
      fail(String.valueOf(e.getMessage()));
      return ExitCode.CRITICAL;
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

  /** A file whose end may be a cut is none to rely on, also where that was accepted. */
  private static ExitCode judge(BackupDownload backup) {
    return backup.end() == BackupEnd.UNPROVEN ? ExitCode.WARNING : ExitCode.FINE;
  }

  private void print(BackupDownload backup) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(PairJson.line(json(backup)));
      return;
    }
    out.println("file     " + backup.file());
    out.println("size     " + backup.sizeBytes() + " bytes");
    out.println("SHA-256  " + backup.sha256());
    BackupEncryption encryption = backup.encryption();
    if (encryption != null) {
      out.println("plain    " + encryption.plainSizeBytes() + " bytes");
      out.println("SHA-256  " + encryption.plainSha256() + " of the plain content");
    }
    out.println("end      " + end(backup.end()));
    out.println("took     " + Spans.seconds(backup.duration()) + " s");
  }

  private static String end(BackupEnd end) {
    return switch (end) {
      case LENGTH, LAST_CHUNK -> "proven by its " + end.title();
      case UNPROVEN -> "unproven: it may be a cut, which nothing can tell";
    };
  }

  private static JsonObjectBuilder json(BackupDownload backup) {
    BackupEncryption encryption = backup.encryption();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("verdict", judge(backup).word())
            .add("file", backup.file().toString())
            .add("sizeBytes", backup.sizeBytes())
            .add("sha256", backup.sha256())
            .add("end", ArchiveJson.word(backup.end()))
            .add("encrypted", encryption != null)
            .add("duration", backup.duration().toString());
    if (encryption != null) {
      object.add("plainSizeBytes", encryption.plainSizeBytes());
      object.add("plainSha256", encryption.plainSha256());
    }
    return object;
  }
}
