// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import jakarta.json.Json;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bseries backup list}: what is in the archive. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the backups, the newest first, and what else lies in the folder.",
      "Ends with 1 if one is not good or a manifest is damaged, with 3 if the archive has no backup"
          + " at all."
    })
final class BackupListCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Option(names = "--appliance", paramLabel = "ID", description = "only those of this appliance")
  private @Nullable String appliance;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "only those of an appliance that was primary, backup or none then")
  private @Nullable FailoverRole role;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "only those of this moment or later, such as 2026-03-01T00:00:00Z")
  private @Nullable Instant since;

  @Option(names = "--before", paramLabel = "TIME", description = "only those before this moment")
  private @Nullable Instant before;

  @Override
  public Integer call() {
    ArchiveCatalogue found = options.open().catalogue();
    String id = appliance;
    if (id != null) {
      found = found.of(options.checked(() -> new ApplianceId(id)));
    }
    found = role == null ? found : found.withRole(role);
    found = since == null ? found : found.since(since);
    found = before == null ? found : found.before(before);
    return options.print(
        found.backups().isEmpty() && isUnfiltered() ? none(found) : code(found),
        text(found),
        Json.createObjectBuilder()
            .add("backups", ArchiveJson.backups(found.backups()))
            .add("remarks", ArchiveJson.remarks(found.remarks())));
  }

  private boolean isUnfiltered() {
    return appliance == null && role == null && since == null && before == null;
  }

  /** An archive without any backup is not fine, and may be another folder than was meant. */
  private static ExitCode none(ArchiveCatalogue found) {
    return code(found) == ExitCode.FINE ? ExitCode.UNKNOWN : code(found);
  }

  private static ExitCode code(ArchiveCatalogue found) {
    boolean fine =
        found.backups().stream().allMatch(ArchivedBackup::isGood)
            && found.remarks().stream()
                .noneMatch(remark -> remark.kind() == ArchiveRemark.Kind.DAMAGED);
    return fine ? ExitCode.FINE : ExitCode.WARNING;
  }

  private static String text(ArchiveCatalogue found) {
    return Stream.concat(
            found.backups().isEmpty()
                ? Stream.of("no backups")
                : found.backups().stream().map(ArchivedBackup::summary),
            found.remarks().stream().map(remark -> "  " + remark))
        .collect(Collectors.joining("\n"));
  }
}
