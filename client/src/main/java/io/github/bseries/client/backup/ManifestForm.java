// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.internal.file.WholeFile;
import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.JsonSource;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Problems;
import io.github.bseries.client.internal.json.form.VersionForm;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest of a backup as JSON. */
final class ManifestForm {

  /** No manifest is longer. */
  static final int LONGEST_BYTES = 64 * 1024;

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "number",
          "file",
          "sizeBytes",
          "sha256",
          "end",
          "applianceId",
          "host",
          "site",
          "role",
          "roleAfter",
          "applianceIdAfter",
          "applianceVersion",
          "api",
          "startedAt",
          "endedAt",
          "applianceClock",
          "passwordSent",
          "encrypted",
          "encryption",
          "askedBy",
          "protection",
          "verification");

  static final List<String> PROTECTION_FIELDS = List.of("by", "reason", "at");
  static final List<String> VERIFICATION_FIELDS = List.of("at", "result");
  static final List<String> ENCRYPTION_FIELDS =
      List.of("recipients", "plainSizeBytes", "plainSha256");

  private static final Form<Long> COUNT = Forms.wholeNumber(Long.MAX_VALUE);
  private static final Words<BackupEnd> END = Words.of(BackupEnd.values(), BackupEnd::title);
  private static final Words<FailoverRole> ROLE =
      Words.of(FailoverRole.values(), FailoverRole::literal);
  private static final Words<VerificationResult> RESULT =
      Words.of(VerificationResult.values(), VerificationResult::title);

  /** The form of the file. */
  static final FileForm<BackupManifest> FORM =
      new FileForm<>("bseries-backup", 3, FIELDS, ManifestForm::read);

  private ManifestForm() {}

  /** Returns what the file says; null if it is no manifest, and the problems say why. */
  static @Nullable BackupManifest read(Path file, Problems problems) throws IOException {
    byte[] bytes = WholeFile.read(file, LONGEST_BYTES);
    if (bytes.length > LONGEST_BYTES) {
      problems.add("$", "it is longer than " + LONGEST_BYTES + " bytes; no manifest is that long");
      return null;
    }
    String text = JsonSource.decode(bytes, problems);
    return text == null ? null : FORM.read(text, problems);
  }

  /** Returns the content of the file. */
  static byte[] bytes(BackupManifest manifest) {
    return FORM.print(write(manifest)).getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable BackupManifest read(ObjectReader object) {
    Long number = object.required("number", COUNT);
    Content content = content(object);
    Origin from = origin(object);
    Run run = run(object);
    BackupEncryption encryption = encryption(object);
    Protection kept = object.optional("protection", ManifestForm::protection);
    Verification checked = object.optional("verification", ManifestForm::verification);
    if (number == null || content == null || from == null || run == null) {
      return null;
    }
    return object.made(
        () ->
            new BackupManifest(
                number,
                content.file,
                from.id,
                from.host,
                from.site,
                from.role,
                from.after,
                from.idAfter,
                from.version,
                run.api,
                run.started,
                run.ended,
                run.clock,
                content.sizeBytes,
                content.sha256,
                content.end,
                run.passwordSent,
                encryption,
                run.askedBy,
                kept,
                checked));
  }

  /** The file. */
  private record Content(String file, long sizeBytes, String sha256, BackupEnd end) {}

  private static @Nullable Content content(ObjectReader object) {
    String file = object.required("file", Forms.TEXT);
    Long sizeBytes = object.required("sizeBytes", COUNT);
    String sha256 = object.required("sha256", Forms.TEXT);
    BackupEnd end = object.required("end", END);
    return file == null || sizeBytes == null || sha256 == null || end == null
        ? null
        : new Content(file, sizeBytes, sha256, end);
  }

  /** The appliance. */
  private record Origin(
      ApplianceId id,
      String host,
      @Nullable String site,
      FailoverRole role,
      @Nullable FailoverRole after,
      @Nullable ApplianceId idAfter,
      @Nullable ApplianceVersion version) {}

  private static @Nullable Origin origin(ObjectReader object) {
    ApplianceId id = object.required("applianceId", Forms.parsed(ApplianceId::new));
    String host = object.required("host", Forms.TEXT);
    String site = object.optional("site", Forms.TEXT);
    FailoverRole role = object.required("role", ROLE);
    FailoverRole after = object.optional("roleAfter", ROLE);
    ApplianceId idAfter = object.optional("applianceIdAfter", Forms.parsed(ApplianceId::new));
    ApplianceVersion version = object.optional("applianceVersion", VersionForm::read);
    return id == null || host == null || role == null
        ? null
        : new Origin(id, host, site, role, after, idAfter, version);
  }

  /** How it was brought home. */
  private record Run(
      String api,
      Instant started,
      Instant ended,
      @Nullable Instant clock,
      boolean passwordSent,
      String askedBy) {}

  private static @Nullable Run run(ObjectReader object) {
    String api = object.required("api", Forms.TEXT);
    Instant started = object.required("startedAt", Forms.MOMENT);
    Instant ended = object.required("endedAt", Forms.MOMENT);
    Instant clock = object.optional("applianceClock", Forms.MOMENT);
    Boolean sent = object.required("passwordSent", Forms.FLAG);
    String askedBy = object.required("askedBy", Forms.TEXT);
    return api == null || started == null || ended == null || sent == null || askedBy == null
        ? null
        : new Run(api, started, ended, clock, sent, askedBy);
  }

  /** The flag says the same once more, for who looks for it with other tools. */
  private static @Nullable BackupEncryption encryption(ObjectReader object) {
    Boolean flag = object.required("encrypted", Forms.FLAG);
    BackupEncryption encryption = object.optional("encryption", ManifestForm::encryption);
    if (flag != null && flag != object.has("encryption")) {
      object
          .place()
          .complain("encrypted is " + flag + ", and encryption is " + (flag ? "missing" : "there"));
    }
    return encryption;
  }

  private static @Nullable BackupEncryption encryption(Place place) {
    ObjectReader object = place.object(ENCRYPTION_FIELDS);
    if (object == null) {
      return null;
    }
    List<AgeRecipient> recipients =
        object.required("recipients", Forms.listOf(Forms.parsed(AgeRecipient::new)));
    Long size = object.required("plainSizeBytes", COUNT);
    String sha256 = object.required("plainSha256", Forms.TEXT);
    return recipients == null || size == null || sha256 == null
        ? null
        : object.made(() -> new BackupEncryption(recipients, size, sha256));
  }

  private static @Nullable JsonNode node(@Nullable BackupEncryption encryption) {
    return encryption == null
        ? null
        : new ObjectWriter()
            .texts("recipients", encryption.recipients())
            .number("plainSizeBytes", encryption.plainSizeBytes())
            .text("plainSha256", encryption.plainSha256())
            .object();
  }

  private static JsonNode.Members write(BackupManifest manifest) {
    FailoverRole after = manifest.roleAfter();
    return new ObjectWriter()
        .number("number", manifest.number())
        .text("file", manifest.file())
        .number("sizeBytes", manifest.sizeBytes())
        .text("sha256", manifest.sha256())
        .text("end", END.word(manifest.end()))
        .text("applianceId", manifest.appliance())
        .text("host", manifest.host())
        .text("site", manifest.site())
        .text("role", ROLE.word(manifest.role()))
        .text("roleAfter", after == null ? null : ROLE.word(after))
        .text("applianceIdAfter", manifest.applianceAfter())
        .node("applianceVersion", VersionForm.write(manifest.version()))
        .text("api", manifest.api())
        .text("startedAt", manifest.startedAt())
        .text("endedAt", manifest.endedAt())
        .text("applianceClock", manifest.applianceClock())
        .flag("passwordSent", manifest.passwordSent())
        .flag("encrypted", manifest.isEncrypted())
        .node("encryption", node(manifest.encryption()))
        .text("askedBy", manifest.askedBy())
        .node("protection", node(manifest.protection()))
        .node("verification", node(manifest.verification()))
        .object();
  }

  private static @Nullable Protection protection(Place place) {
    ObjectReader kept = place.object(PROTECTION_FIELDS);
    if (kept == null) {
      return null;
    }
    String by = kept.required("by", Forms.TEXT);
    String reason = kept.required("reason", Forms.TEXT);
    Instant at = kept.required("at", Forms.MOMENT);
    return by == null || reason == null || at == null
        ? null
        : kept.made(() -> new Protection(by, reason, at));
  }

  private static @Nullable JsonNode node(@Nullable Protection kept) {
    return kept == null
        ? null
        : new ObjectWriter()
            .text("by", kept.by())
            .text("reason", kept.reason())
            .text("at", kept.at())
            .object();
  }

  private static @Nullable Verification verification(Place place) {
    ObjectReader checked = place.object(VERIFICATION_FIELDS);
    if (checked == null) {
      return null;
    }
    Instant at = checked.required("at", Forms.MOMENT);
    VerificationResult result = checked.required("result", RESULT);
    return at == null || result == null ? null : new Verification(at, result);
  }

  private static @Nullable JsonNode node(@Nullable Verification checked) {
    return checked == null
        ? null
        : new ObjectWriter()
            .text("at", checked.at())
            .text("result", checked.result().title())
            .object();
  }
}
