// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.file.PairDeclaration;
import io.github.bseries.client.file.ReportJson;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.readiness.Finding;
import io.github.bseries.core.readiness.ReadinessReport;
import io.github.bseries.core.readiness.RuleBook;
import io.github.bseries.core.readiness.Verdict;
import jakarta.json.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bseries backup kit}: judges whether a pair could be rebuilt from what lies ready. */
@Command(
    name = "kit",
    mixinStandardHelpOptions = true,
    description = {
      "Judges the recovery kit: the newest good backup of each side by the archive, and what no API"
          + " gives by the pair file.",
      "Whether the backups fit the versions that run now can be told with --live only."
    })
final class BackupKitCommand implements Callable<Integer> {

  private static final String ATTESTATIONS = "attestation.recovery-kit-recent";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PairOptions options = new PairOptions();

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      required = true,
      description = "the folder of the archive")
  private Path folder = Path.of("");

  @Mixin private DeclarationOptions input = new DeclarationOptions();

  private final Map<String, String> environment;

  BackupKitCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PairDeclaration declaration = input.read();
    if (!Files.isDirectory(folder)) {
      throw options.wrong("there is no archive " + folder + "; run a backup first");
    }
    ArchiveCatalogue catalogue = BackupArchive.open(folder).catalogue();
    PairSnapshot snapshot = input.isLive() ? look(declaration) : null;
    Instant moment = InstantSource.system().instant();
    RecoveryKit declared = declaration.recoveryKit();
    ApplianceId primary = id(PairSide.NORMAL_PRIMARY, declaration, snapshot);
    ApplianceId backup = id(PairSide.NORMAL_BACKUP, declaration, snapshot);
    if (primary.equals(backup)) {
      throw options.wrong("both sides are appliance " + primary);
    }
    RecoveryKit kit =
        catalogue.kit(declared == null ? RecoveryKit.none() : declared, primary, backup, moment);
    ReadinessReport report =
        declaration
            .ruleBook(RuleBook.standard())
            .judge(declaration.facts(moment).recoveryKit(kit).snapshot(snapshot).build());
    return print(new ReadinessReport(moment, ofTheKit(report))).number();
  }

  private static List<Finding> ofTheKit(ReadinessReport report) {
    return report.findings().stream()
        .filter(it -> it.rule().id().startsWith("kit.") || it.rule().id().equals(ATTESTATIONS))
        .toList();
  }

  private PairSnapshot look(PairDeclaration declaration) {
    PairOptions declared = options.declaredBy(declaration.pair());
    try (ApiAccount account = options.account(environment);
        PairClient pair = declared.pair(account, Duration.ofSeconds(1), null)) {
      return pair.observe();
    }
  }

  /** What was declared counts; what answers there is taken only where nothing was. */
  private ApplianceId id(
      PairSide side, PairDeclaration declaration, @Nullable PairSnapshot snapshot) {
    ApplianceId declared = side.of(declaration.pair()).id();
    if (declared != null) {
      return declared;
    }
    if (snapshot == null) {
      throw options.wrong(
          "the pair file names no id of the " + side.title() + "; add it or --live");
    }
    return side.of(snapshot)
        .health()
        .orElseThrow(
            () ->
                options.wrong(
                    "the pair file names no id of the "
                        + side.title()
                        + ", and it could not be read: "
                        + side.of(snapshot).summary()))
        .applianceId();
  }

  private ExitCode print(ReadinessReport report) {
    ExitCode code = ExitCode.of(report);
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      // The gates of a report speak of all rules, and these are some.
      out.println(
          PairJson.line(
              Json.createObjectBuilder()
                  .add("verdict", code.word())
                  .add(
                      "findings",
                      PairJson.parsed(ReportJson.line(report)).getJsonArray("findings"))));
    } else {
      out.println("verdict         " + code.word());
      report.findings().forEach(finding -> print(finding, out));
    }
    return code;
  }

  private static void print(Finding finding, PrintWriter out) {
    out.println(finding.verdict().word() + ": " + finding.rule().title());
    if (!finding.verdict().isPassed()) {
      out.println("  because " + finding.verdict().because());
    }
    if (finding.verdict() instanceof Verdict.Violated) {
      out.println("  remedy  " + finding.rule().remedy());
    }
  }
}
