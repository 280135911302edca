// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.VerifiedBackup;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bseries backup verify}: reads and digests backups again. Needs no appliance. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Digests each file again, and writes into its manifest when that was and what came of it.",
      "Ends with 2 if a byte changed, a file is missing or a manifest cannot be read, with 1 if all"
          + " is intact but that could not be written down, since somebody else writes to the"
          + " archive or nobody can, with 3 if there is nothing to verify."
    })
final class BackupVerifyCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();
  @Mixin private PatienceOption patience = new PatienceOption();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "only these backups; all unless set")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    BackupArchive archive = options.open(patience);
    ArchiveCatalogue catalogue = archive.catalogue();
    List<ArchivedBackup> asked =
        names.stream().flatMap(name -> options.named(catalogue, name).stream()).toList();
    List<VerifiedBackup> verified = names.isEmpty() ? archive.verifyAll() : archive.verify(asked);
    ArchiveCatalogue now = archive.catalogue();
    List<ArchiveRemark> damaged =
        names.isEmpty()
            ? now.remarks().stream()
                .filter(remark -> remark.kind() == ArchiveRemark.Kind.DAMAGED)
                .toList()
            : names.stream().flatMap(name -> options.damaged(now, name).stream()).toList();
    List<String> gone =
        asked.stream().map(ArchivedBackup::name).filter(name -> isGone(now, name)).toList();
    return options.print(
        judge(verified, damaged, gone),
        text(verified, damaged, gone),
        Json.createObjectBuilder()
            .add("backups", ArchiveJson.verified(verified))
            .add("remarks", ArchiveJson.remarks(damaged))
            .add("gone", PairJson.array(gone)));
  }

  private boolean isGone(ArchiveCatalogue now, String name) {
    return now.named(name).isEmpty() && options.damaged(now, name).isEmpty();
  }

  private static ExitCode judge(
      List<VerifiedBackup> verified, List<ArchiveRemark> damaged, List<String> gone) {
    if (!damaged.isEmpty() || !verified.stream().allMatch(VerifiedBackup::isIntact)) {
      return ExitCode.CRITICAL;
    }
    if (verified.isEmpty() || !gone.isEmpty()) {
      return ExitCode.UNKNOWN;
    }
    return verified.stream().allMatch(VerifiedBackup::isWritten) ? ExitCode.FINE : ExitCode.WARNING;
  }

  private static String text(
      List<VerifiedBackup> verified, List<ArchiveRemark> damaged, List<String> gone) {
    return Stream.of(
            verified.isEmpty() && damaged.isEmpty() && gone.isEmpty()
                ? Stream.of("no backups, so nothing was verified")
                : verified.stream().map(VerifiedBackup::summary),
            damaged.stream().map(ArchiveRemark::toString),
            gone.stream().map(name -> name + ": was deleted meanwhile"))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
