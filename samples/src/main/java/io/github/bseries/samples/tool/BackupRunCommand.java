// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.PairLook;
import io.github.bseries.client.Remembered;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.BackupFinding;
import io.github.bseries.client.backup.BackupPromise;
import io.github.bseries.client.backup.BackupReview;
import io.github.bseries.client.backup.PairBackup;
import io.github.bseries.client.backup.SideBackup;
import io.github.bseries.client.backup.StoreRequest;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bseries backup run}: a backup of both sides, into the archive. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Stores a backup of both sides, and tells what looks wrong with what is kept of them.",
      "Nothing is asked of a pair of which both sides are backup, nor while a role change is"
          + " remembered that was not seen yet: a swap may be underway."
    })
final class BackupRunCommand implements Callable<Integer> {

  private static final String LEFT =
      "something unfinished may be left in the archive; the next run clears it up";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();
  @Mixin private DownloadOptions download = new DownloadOptions();
  @Mixin private PatienceOption patience = new PatienceOption();
  @Mixin private HistoryOptions history = new HistoryOptions();

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      required = true,
      description = "the folder of the archive; made if only its parent is there")
  private Path folder = Path.of("");

  @Option(
      names = "--asked-by",
      paramLabel = "TEXT",
      defaultValue = "bseries backup run",
      description = "who asks for it: a name, a program or a ticket; ${DEFAULT-VALUE} unless set")
  private String askedBy = "";

  @Option(
      names = "--oldest",
      paramLabel = "SPAN",
      defaultValue = "26h",
      description = "how old the newest good backup may be; ${DEFAULT-VALUE} unless set")
  private Duration oldest = Duration.ofHours(26);

  private final Map<String, String> environment;

  BackupRunCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    StoreRequest request = request();
    Path parent = folder.toAbsolutePath().getParent();
    if (!Files.exists(folder) && (parent == null || !Files.isDirectory(parent))) {
      throw options.wrong("there is no folder " + parent + "; make it first");
    }
    try (ApiAccount account = options.account(environment);
        PairClient pair =
            options.pair(
                account,
                Duration.ofSeconds(1),
                history.file(environment, options),
                download::client)) {
      return run(pair, request).number();
    } catch (UncheckedIOException e) {
      // The folder is no archive: nothing was asked.
      return failed(String.valueOf(e.getMessage())).number();
    }
  }

  private ExitCode run(PairClient pair, StoreRequest request) {
    PrintWriter err = spec.commandLine().getErr();
    // Ended by a signal, the client ends the download, and the archive takes away what came of it.
    try (EndBySignal signal = EndBySignal.of(pair::close, err, LEFT)) {
      try {
        BackupArchive archive = patience.open(folder);
        PairLook look = pair.look();
        ExitCode code =
            hindrance(pair, look)
                .map(reason -> refused(look.snapshot(), reason))
                .orElseGet(() -> print(archive, store(pair, archive, request, err)));
        if (signal.isEnding()) {
          err.println("bseries: no backup: ended by a signal; what was stored before it is kept");
        }
        return history.judge(look.memory(), code);
      } catch (IllegalStateException e) {
        if (!signal.isEnding()) {
          throw e;
        }
        return failed("ended by a signal; a side that was stored before is kept");
      }
    }
  }

  private PairBackup store(
      PairClient pair, BackupArchive archive, StoreRequest request, PrintWriter err) {
    try (DownloadBar bar = download.bar(err)) {
      return archive.storeBoth(
          pair, request.with(request.download().toBuilder().progress(bar).build()));
    }
  }

  private StoreRequest request() {
    try {
      return new StoreRequest(askedBy, options.hasSite() ? options.site().name() : null)
          .with(download.settings());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** Returns why nothing should be asked of the pair now; empty if nothing speaks against it. */
  private static Optional<String> hindrance(PairClient pair, PairLook look) {
    if (look.snapshot().layout() == RoleLayout.BOTH_BACKUP) {
      return Optional.of("both are backup, so a swap may be underway; nothing was asked");
    }
    if (look.memory() instanceof Remembered.NotKept) {
      // A memory that fails is told, and is no reason to go without a backup.
      return Optional.empty();
    }
    return pair.pendingRoleChanges().stream()
        .findFirst()
        .map(
            asked ->
                "appliance "
                    + asked.target()
                    + " was asked at "
                    + asked.at()
                    + " to become "
                    + asked.role().literal()
                    + " and was not seen to be it yet; nothing was asked. Wait for the swap, or"
                    + " forget it by role --dismiss-pending");
  }

  private ExitCode refused(PairSnapshot look, String reason) {
    print(
        ExitCode.UNKNOWN,
        look.summary() + "\nno backup: " + reason,
        Json.createObjectBuilder().add("reason", reason));
    return ExitCode.UNKNOWN;
  }

  private ExitCode failed(String reason) {
    spec.commandLine().getErr().println("bseries: no backup: " + reason);
    if (options.isJson()) {
      print(ExitCode.CRITICAL, "", Json.createObjectBuilder().add("reason", reason));
    }
    return ExitCode.CRITICAL;
  }

  private ExitCode print(BackupArchive archive, PairBackup backup) {
    List<BackupFinding> findings = new ArrayList<>(backup.findings());
    ExitCode code = judge(backup);
    try {
      findings.addAll(
          BackupReview.review(
              archive.catalogue(),
              backup,
              BackupPromise.ofAge(oldest),
              InstantSource.system().instant()));
    } catch (UncheckedIOException e) {
      // What was stored is told all the same.
      spec.commandLine().getErr().println("bseries: " + e.getMessage());
      code = ExitCode.CRITICAL;
    }
    if (code == ExitCode.FINE && !findings.isEmpty()) {
      code = ExitCode.WARNING;
    }
    print(
        code,
        RunText.of(backup, findings),
        Json.createObjectBuilder()
            .add("stored", ArchiveJson.backups(backup.stored()))
            .add("missed", RunText.missed(backup))
            .add("findings", ArchiveJson.findings(findings)));
    return code;
  }

  /** If somebody else wrote all the time, it is not known whether either side gives one. */
  private static ExitCode judge(PairBackup backup) {
    boolean busy =
        backup.sides().stream()
            .allMatch(side -> side.fold(stored -> false, SideBackup.Missed::isBusy));
    if (busy) {
      return ExitCode.UNKNOWN;
    }
    return backup.isSuccess() ? ExitCode.FINE : ExitCode.CRITICAL;
  }

  private void print(ExitCode code, String text, JsonObjectBuilder object) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        options.isJson()
            ? PairJson.line(object.add("verdict", code.word()))
            : text + "\nverdict         " + code.word());
  }
}
