// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.VersionForm;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NsbCopy;
import io.github.bseries.core.backup.NsbOrigin;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.StatusPage;
import io.github.bseries.core.backup.StoredBackup;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.Attested;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of the part of a recovery kit that belongs to one side. */
final class ApplianceKitForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of("attested", "newestBackup", "statusPage", "notes", "deploymentFile");

  /** The names of the members of a backup. */
  static final List<String> BACKUP_FIELDS =
      List.of(
          "name",
          "appliance",
          "takenAt",
          "sizeBytes",
          "good",
          "protected",
          "version",
          "origin",
          "password");

  /** The names of the members of a Status page. */
  static final List<String> STATUS_PAGE_FIELDS = List.of("serialNumber", "baseSoftware", "version");

  /** The words for how a backup was made. */
  static final Words<NsbOrigin> ORIGIN = Words.byName(NsbOrigin.values());

  private ApplianceKitForm() {}

  /** Returns the form in which a kit that does not say who attests is attested so. */
  static Form<ApplianceKit> of(Attestation above) {
    return place -> {
      ObjectReader kit = place.object(FIELDS);
      return kit == null ? null : read(kit, Attestation.head(kit, above));
    };
  }

  private static ApplianceKit read(ObjectReader kit, Attestation head) {
    return new ApplianceKit(
        kit.optional("newestBackup", head.onHolder(ApplianceKitForm::backup)),
        kit.optional("statusPage", head.on(ApplianceKitForm::statusPage)),
        kit.optional("notes", head.on(KitCopyForms.NOTES)),
        kit.optional("deploymentFile", head.on(KitCopyForms.DEPLOYMENT_FILE)));
  }

  static JsonNode write(ApplianceKit kit) {
    Attestation head = Attestation.mostCommon(kit.attestations());
    return new ObjectWriter()
        .node("attested", head.node())
        .node("newestBackup", newestBackup(kit.newestBackup(), head))
        .node("statusPage", head.fact(kit.statusPage(), ApplianceKitForm::node))
        .node("notes", head.fact(kit.notes(), KitCopyForms.NOTES::write))
        .node(
            "deploymentFile", head.fact(kit.deploymentFile(), KitCopyForms.DEPLOYMENT_FILE::write))
        .object();
  }

  private static @Nullable JsonNode newestBackup(
      @Nullable Attested<KitPart<NsbCopy>> newest, Attestation head) {
    return newest == null ? null : head.fact(newest, backup(Attestation.of(newest))::write);
  }

  /** Returns the form of a backup whose password is attested so. */
  private static KitPartForm<NsbCopy> backup(Attestation above) {
    return new KitPartForm<>(
        BACKUP_FIELDS, copy -> backup(copy, above), copy -> members(copy, above));
  }

  private static @Nullable NsbCopy backup(ObjectReader copy, Attestation above) {
    StoredBackup file = file(copy);
    ApplianceVersion version = copy.optional("version", VersionForm::read);
    NsbOrigin origin = copy.optional("origin", ORIGIN);
    Attested<PasswordCustody> password =
        copy.optional("password", above.on(KitCopyForms::password));
    return file == null ? null : copy.made(() -> new NsbCopy(file, version, origin, password));
  }

  private static @Nullable StoredBackup file(ObjectReader copy) {
    String name = copy.required("name", Forms.TEXT);
    ApplianceId appliance = copy.required("appliance", Forms.parsed(ApplianceForm::id));
    Instant takenAt = copy.required("takenAt", Forms.MOMENT);
    Long size = copy.required("sizeBytes", Forms.wholeNumber(Long.MAX_VALUE));
    boolean good = Objects.equals(copy.required("good", Forms.FLAG), true);
    boolean isProtected = Objects.equals(copy.required("protected", Forms.FLAG), true);
    if (name == null || appliance == null || takenAt == null || size == null) {
      return null;
    }
    return copy.made(() -> new StoredBackup(name, appliance, takenAt, size, good, isProtected));
  }

  private static ObjectWriter members(NsbCopy copy, Attestation above) {
    StoredBackup file = copy.file();
    return new ObjectWriter()
        .text("name", file.name())
        .text("appliance", file.appliance())
        .text("takenAt", file.takenAt())
        .number("sizeBytes", file.sizeBytes())
        .flag("good", file.isGood())
        .flag("protected", file.isProtected())
        .node("version", VersionForm.write(copy.version()))
        .text("origin", ORIGIN.word(copy.origin()))
        .node("password", above.fact(copy.password(), KitCopyForms::members));
  }

  private static @Nullable StatusPage statusPage(Place place) {
    ObjectReader page = place.object(STATUS_PAGE_FIELDS);
    if (page == null) {
      return null;
    }
    String serialNumber = page.optional("serialNumber", Forms.TEXT);
    String baseSoftware = page.optional("baseSoftware", Forms.TEXT);
    ApplianceVersion version = page.optional("version", VersionForm::read);
    return page.made(() -> new StatusPage(serialNumber, baseSoftware, version));
  }

  private static JsonNode node(StatusPage page) {
    return new ObjectWriter()
        .text("serialNumber", page.serialNumber())
        .text("baseSoftware", page.baseSoftware())
        .node("version", VersionForm.write(page.version()))
        .object();
  }
}
