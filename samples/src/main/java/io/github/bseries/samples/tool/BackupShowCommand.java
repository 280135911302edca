// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.backup.ArchiveCatalogue;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupManifest;
import io.github.bseries.client.backup.Protection;
import io.github.bseries.client.backup.Verification;
import io.github.bseries.client.backup.VerificationResult;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bseries backup show}: all that is written down of one backup. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is written down of one backup, and whether it is believed to be whole.",
      "Ends with 0 if it is, with 2 if something speaks against it or its manifest cannot be read,"
          + " with 1 if it is merely not known."
    })
final class BackupShowCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "NAME", description = "the name of the backup, as list prints it")
  private String name = "";

  @Override
  public Integer call() {
    ArchiveCatalogue catalogue = options.open().catalogue();
    Optional<ArchivedBackup> backup = options.named(catalogue, name);
    return backup.isPresent()
        ? options.print(code(backup.get()), text(backup.get()), ArchiveJson.of(backup.get()))
        : print(options.damaged(catalogue, name));
  }

  private int print(List<ArchiveRemark> damaged) {
    return options.print(
        ExitCode.CRITICAL,
        damaged.stream().map(ArchiveRemark::toString).collect(Collectors.joining("\n")),
        Json.createObjectBuilder()
            .add("name", name)
            .add("good", false)
            .add("remarks", ArchiveJson.remarks(damaged)));
  }

  private static ExitCode code(ArchivedBackup backup) {
    if (backup.isGood()) {
      return ExitCode.FINE;
    }
    Verification last = backup.manifest().verification();
    boolean bad = backup.fault() != null || (last != null && !last.isIntact());
    return bad ? ExitCode.CRITICAL : ExitCode.WARNING;
  }

  private static String text(ArchivedBackup backup) {
    BackupManifest manifest = backup.manifest();
    StringBuilder text = new StringBuilder();
    line(text, "name", backup.name());
    line(text, "good", backup.isGood() ? "yes" : "no");
    line(text, "number", manifest.number());
    addFile(text, backup);
    addOrigin(text, manifest);
    line(text, "started", manifest.startedAt());
    line(text, "ended", manifest.endedAt());
    line(text, "its clock", told(manifest.applianceClock()));
    line(text, "asked by", manifest.askedBy());
    line(text, "by", manifest.api());
    line(text, "password", manifest.passwordSent() ? "sent" : "not sent");
    addRemembered(text, backup);
    return text.toString().stripTrailing();
  }

  private static void addFile(StringBuilder text, ArchivedBackup backup) {
    BackupManifest manifest = backup.manifest();
    line(text, "file", backup.file());
    line(text, "size", manifest.sizeBytes() + " bytes");
    line(text, "SHA-256", manifest.sha256());
    line(text, "end", ArchiveJson.word(manifest.end()));
    BackupEncryption encryption = manifest.encryption();
    line(text, "encrypted", encryption == null ? "no" : "yes");
    if (encryption != null) {
      encryption.recipients().forEach(it -> line(text, "to", it.text()));
      line(text, "plain size", encryption.plainSizeBytes() + " bytes");
      line(text, "plain SHA-256", encryption.plainSha256());
    }
  }

  private static void addOrigin(StringBuilder text, BackupManifest manifest) {
    line(text, "appliance", manifest.appliance());
    ApplianceId after = manifest.applianceAfter();
    if (after != null) {
      line(text, "or perhaps", after + ", which answered right after");
    }
    line(text, "called at", manifest.host());
    line(text, "site", told(manifest.site()));
    FailoverRole roleAfter = manifest.roleAfter();
    line(text, "role", manifest.role().literal());
    line(text, "role after", roleAfter == null ? "not known" : roleAfter.literal());
    line(text, "version", told(manifest.version()));
  }

  /** Adds what came to be known of it after it was stored. */
  private static void addRemembered(StringBuilder text, ArchivedBackup backup) {
    Protection protection = backup.manifest().protection();
    line(
        text,
        "protected",
        protection == null
            ? "no"
            : "by " + protection.by() + " since " + protection.at() + ": " + protection.reason());
    Verification last = backup.manifest().verification();
    line(text, "verified", last == null ? "never" : last.result().title() + " at " + last.at());
    VerificationResult fault = backup.fault();
    if (fault != null) {
      line(text, "fault", fault.title());
    }
  }

  private static Object told(@Nullable Object value) {
    return value == null ? "not said" : value;
  }

  private static void line(StringBuilder text, String label, Object value) {
    text.append(label).append(" ".repeat(Math.max(1, 11 - label.length()))).append(value);
    text.append('\n');
  }
}
