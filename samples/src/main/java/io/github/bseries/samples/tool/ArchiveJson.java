// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.backup.ArchiveRemark;
import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupFinding;
import io.github.bseries.client.backup.BackupManifest;
import io.github.bseries.client.backup.Protection;
import io.github.bseries.client.backup.Verification;
import io.github.bseries.client.backup.VerificationResult;
import io.github.bseries.client.backup.VerifiedBackup;
import io.github.bseries.core.pair.FailoverRole;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is in an archive, as JSON. What is not known is left out. */
final class ArchiveJson {

  private ArchiveJson() {}

  static JsonArrayBuilder backups(Collection<ArchivedBackup> backups) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    backups.forEach(backup -> array.add(of(backup)));
    return array;
  }

  static JsonObjectBuilder of(ArchivedBackup backup) {
    BackupManifest manifest = backup.manifest();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("name", backup.name())
            .add("good", backup.isGood())
            .add("file", backup.file().toString())
            .add("number", manifest.number())
            .add("applianceId", manifest.appliance().value())
            .add("host", manifest.host())
            .add("role", manifest.role().literal())
            .add("api", manifest.api())
            .add("startedAt", manifest.startedAt().toString())
            .add("endedAt", manifest.endedAt().toString())
            .add("sizeBytes", manifest.sizeBytes())
            .add("sha256", manifest.sha256())
            .add("end", word(manifest.end()))
            .add("passwordSent", manifest.passwordSent())
            .add("encrypted", manifest.isEncrypted())
            .add("askedBy", manifest.askedBy());
    BackupEncryption encryption = manifest.encryption();
    if (encryption != null) {
      object.add("recipients", PairJson.array(texts(encryption)));
      object.add("plainSizeBytes", encryption.plainSizeBytes());
      object.add("plainSha256", encryption.plainSha256());
    }
    FailoverRole roleAfter = manifest.roleAfter();
    add(object, "site", manifest.site());
    add(object, "roleAfter", roleAfter == null ? null : roleAfter.literal());
    add(object, "applianceIdAfter", manifest.applianceAfter());
    add(object, "applianceVersion", manifest.version());
    add(object, "applianceClock", manifest.applianceClock());
    addRemembered(object, backup);
    return object;
  }

  private static List<String> texts(BackupEncryption encryption) {
    return encryption.recipients().stream().map(AgeRecipient::text).toList();
  }

  /** Adds what came to be known of the backup after it was stored. */
  private static void addRemembered(JsonObjectBuilder object, ArchivedBackup backup) {
    Protection protection = backup.manifest().protection();
    if (protection != null) {
      object.add("protection", of(protection));
    }
    Verification verification = backup.manifest().verification();
    if (verification != null) {
      object.add(
          "verification",
          Json.createObjectBuilder()
              .add("at", verification.at().toString())
              .add("result", verification.result().title()));
    }
    VerificationResult fault = backup.fault();
    add(object, "fault", fault == null ? null : fault.title());
  }

  static JsonObjectBuilder of(Protection protection) {
    return Json.createObjectBuilder()
        .add("by", protection.by())
        .add("reason", protection.reason())
        .add("at", protection.at().toString());
  }

  static JsonArrayBuilder verified(Collection<VerifiedBackup> verified) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (VerifiedBackup backup : verified) {
      JsonObjectBuilder object = of(backup.backup());
      String notWritten = backup.notWritten();
      array.add(notWritten == null ? object : object.add("notWritten", notWritten));
    }
    return array;
  }

  static JsonArrayBuilder remarks(Collection<ArchiveRemark> remarks) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    remarks.forEach(
        remark ->
            array.add(
                Json.createObjectBuilder()
                    .add("path", remark.path().toString())
                    .add("kind", word(remark.kind()))
                    .add("text", remark.text())));
    return array;
  }

  static JsonArrayBuilder findings(Collection<BackupFinding> findings) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    findings.forEach(
        finding ->
            array.add(
                Json.createObjectBuilder()
                    .add("kind", finding.kind().name())
                    .add("text", finding.text())));
    return array;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void add(JsonObjectBuilder object, String member, @Nullable Object value) {
    if (value != null) {
      object.add(member, value.toString());
    }
  }
}
