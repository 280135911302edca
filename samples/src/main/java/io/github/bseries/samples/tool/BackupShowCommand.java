// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupManifest;
import io.github.bseries.client.backup.Protection;
import io.github.bseries.client.backup.Verification;
import io.github.bseries.client.backup.VerificationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bseries backup show}: all that is written down of one backup. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows what is written down of one backup, and whether it is believed to be whole.")
final class BackupShowCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Parameters(paramLabel = "NAME", description = "the name of the backup, as list prints it")
  private String name = "";

  @Override
  public Integer call() {
    ArchivedBackup backup = options.named(options.open().catalogue(), name);
    return options.print(code(backup), text(backup), ArchiveJson.of(backup));
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
    line(text, "file", backup.file());
    line(text, "size", manifest.sizeBytes() + " bytes");
    line(text, "SHA-256", manifest.sha256());
    line(text, "end", ArchiveJson.word(manifest.end()));
    line(text, "appliance", manifest.appliance());
    line(text, "called at", manifest.host());
    line(text, "site", manifest.site() == null ? "not said" : manifest.site());
    line(text, "role", manifest.role().literal());
    line(text, "version", manifest.version() == null ? "not said" : manifest.version());
    line(text, "started", manifest.startedAt());
    line(text, "ended", manifest.endedAt());
    line(text, "asked by", manifest.askedBy());
    line(text, "encrypted", manifest.isEncrypted() ? "yes" : "no");
    Protection protection = manifest.protection();
    line(
        text,
        "protected",
        protection == null
            ? "no"
            : "by " + protection.by() + " since " + protection.at() + ": " + protection.reason());
    Verification last = manifest.verification();
    VerificationResult fault = backup.fault();
    line(text, "verified", last == null ? "never" : last.result().title() + " at " + last.at());
    if (fault != null) {
      line(text, "fault", fault.title());
    }
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String label, Object value) {
    text.append(label).append(" ".repeat(Math.max(1, 11 - label.length()))).append(value);
    text.append('\n');
  }
}
