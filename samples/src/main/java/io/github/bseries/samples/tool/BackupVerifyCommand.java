// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.client.backup.Verification;
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
      "Ends with 2 if a byte changed, a file is missing or a manifest cannot be read, with 3 if"
          + " there is nothing to verify."
    })
final class BackupVerifyCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "only these backups; all unless set")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    BackupArchive archive = options.open();
    ArchiveCatalogue catalogue = archive.catalogue();
    names.forEach(name -> options.named(catalogue, name));
    List<ArchivedBackup> verified =
        names.isEmpty() ? archive.verifyAll() : names.stream().map(archive::verify).toList();
    List<ArchiveRemark> damaged =
        names.isEmpty()
            ? catalogue.remarks().stream()
                .filter(remark -> remark.kind() == ArchiveRemark.Kind.DAMAGED)
                .toList()
            : List.of();
    boolean intact = verified.stream().allMatch(BackupVerifyCommand::isIntact);
    ExitCode code = intact && damaged.isEmpty() ? ExitCode.FINE : ExitCode.CRITICAL;
    if (verified.isEmpty() && damaged.isEmpty()) {
      code = ExitCode.UNKNOWN;
    }
    return options.print(
        code,
        text(verified, damaged),
        Json.createObjectBuilder()
            .add("backups", ArchiveJson.backups(verified))
            .add("remarks", ArchiveJson.remarks(damaged)));
  }

  private static boolean isIntact(ArchivedBackup backup) {
    Verification last = backup.manifest().verification();
    return last != null && last.isIntact();
  }

  private static String text(List<ArchivedBackup> verified, List<ArchiveRemark> damaged) {
    return Stream.concat(
            verified.isEmpty() && damaged.isEmpty()
                ? Stream.of("no backups, so nothing was verified")
                : verified.stream().map(ArchivedBackup::summary),
            damaged.stream().map(ArchiveRemark::toString))
        .collect(Collectors.joining("\n"));
  }
}
