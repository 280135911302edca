// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.backup.ApplianceNotes;
import io.github.bseries.core.backup.ApplianceSetting;
import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.DeploymentFile;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.PasswordCustody;
import io.github.bseries.core.backup.VaultKeyCopy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of what is kept in a recovery kit: where it lies and since when, never what it is. */
final class KitCopyForms {

  /** The names of the members of what is said of a password. */
  static final List<String> PASSWORD_FIELDS = List.of("used", "knownTo");

  /** The words for the contents of an export of certificates. */
  static final Words<CertificateCopy.Content> CONTENT =
      Words.byName(CertificateCopy.Content.values());

  /** The words for what a drawing of the network shows. */
  static final Words<NetworkDiagram.Content> SHOWN = Words.byName(NetworkDiagram.Content.values());

  /** The words for groups of settings. */
  static final Words<ApplianceSetting> SETTING = Words.byName(ApplianceSetting.values());

  /** The words for the ways in which data is saved. */
  static final Words<DataCopy.Way> WAY = Words.byName(DataCopy.Way.values());

  /** The saved Vault encryption key. */
  static final KitPartForm<VaultKeyCopy> VAULT_KEY =
      new KitPartForm<>(
          List.of("savedAt", "password", "keptAt"), KitCopyForms::vaultKey, KitCopyForms::members);

  /** The saved certificates. */
  static final KitPartForm<CertificateCopy> CERTIFICATES =
      new KitPartForm<>(
          List.of("savedAt", "contents", "p12", "passphrase", "keptAt"),
          KitCopyForms::certificates,
          KitCopyForms::members);

  /** The drawing of the network. */
  static final KitPartForm<NetworkDiagram> NETWORK_DIAGRAM =
      new KitPartForm<>(
          List.of("drawnAt", "shows", "keptAt"),
          KitCopyForms::networkDiagram,
          KitCopyForms::members);

  /** Data that an NSB leaves out. */
  static final KitPartForm<DataCopy> DATA =
      new KitPartForm<>(
          List.of("way", "savedAt", "keptAt"), KitCopyForms::data, KitCopyForms::members);

  /** What was written down of /appliance. */
  static final KitPartForm<ApplianceNotes> NOTES =
      new KitPartForm<>(
          List.of("takenAt", "written", "notNeeded", "keptAt"),
          KitCopyForms::notes,
          KitCopyForms::members);

  /** What a virtual appliance is installed from. */
  static final KitPartForm<DeploymentFile> DEPLOYMENT_FILE =
      new KitPartForm<>(
          List.of("savedAt", "keptAt"), KitCopyForms::deploymentFile, KitCopyForms::members);

  private KitCopyForms() {}

  private static @Nullable VaultKeyCopy vaultKey(ObjectReader copy) {
    Instant savedAt = copy.required("savedAt", Forms.MOMENT);
    PasswordCustody password = copy.optional("password", KitCopyForms::password);
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    return savedAt == null ? null : copy.made(() -> new VaultKeyCopy(savedAt, password, keptAt));
  }

  private static ObjectWriter members(VaultKeyCopy copy) {
    return new ObjectWriter()
        .text("savedAt", copy.savedAt())
        .node("password", node(copy.password()))
        .text("keptAt", copy.keptAt());
  }

  private static @Nullable CertificateCopy certificates(ObjectReader copy) {
    Instant savedAt = copy.required("savedAt", Forms.MOMENT);
    Set<CertificateCopy.Content> contents =
        set(CertificateCopy.Content.class, copy.required("contents", Forms.listOf(CONTENT)));
    Boolean p12 = copy.required("p12", Forms.FLAG);
    PasswordCustody passphrase = copy.optional("passphrase", KitCopyForms::password);
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    if (savedAt == null || p12 == null) {
      return null;
    }
    return copy.made(() -> new CertificateCopy(savedAt, contents, p12, passphrase, keptAt));
  }

  private static ObjectWriter members(CertificateCopy copy) {
    return new ObjectWriter()
        .text("savedAt", copy.savedAt())
        .texts("contents", CONTENT.words(copy.contents()))
        .flag("p12", copy.p12())
        .node("passphrase", node(copy.passphrase()))
        .text("keptAt", copy.keptAt());
  }

  private static @Nullable NetworkDiagram networkDiagram(ObjectReader copy) {
    Instant drawnAt = copy.required("drawnAt", Forms.MOMENT);
    Set<NetworkDiagram.Content> shows =
        set(NetworkDiagram.Content.class, copy.required("shows", Forms.listOf(SHOWN)));
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    return drawnAt == null ? null : copy.made(() -> new NetworkDiagram(drawnAt, shows, keptAt));
  }

  private static ObjectWriter members(NetworkDiagram copy) {
    return new ObjectWriter()
        .text("drawnAt", copy.drawnAt())
        .texts("shows", SHOWN.words(copy.shows()))
        .text("keptAt", copy.keptAt());
  }

  private static @Nullable DataCopy data(ObjectReader copy) {
    DataCopy.Way way = copy.required("way", WAY);
    Instant savedAt = copy.required("savedAt", Forms.MOMENT);
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    if (way == null || savedAt == null) {
      return null;
    }
    return copy.made(() -> new DataCopy(way, savedAt, keptAt));
  }

  private static ObjectWriter members(DataCopy copy) {
    return new ObjectWriter()
        .text("way", WAY.word(copy.way()))
        .text("savedAt", copy.savedAt())
        .text("keptAt", copy.keptAt());
  }

  private static @Nullable ApplianceNotes notes(ObjectReader copy) {
    Form<List<ApplianceSetting>> settings = Forms.listOf(SETTING);
    Instant takenAt = copy.required("takenAt", Forms.MOMENT);
    Set<ApplianceSetting> written = set(ApplianceSetting.class, copy.required("written", settings));
    Set<ApplianceSetting> notNeeded =
        set(ApplianceSetting.class, copy.required("notNeeded", settings));
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    if (takenAt == null) {
      return null;
    }
    return copy.made(() -> new ApplianceNotes(takenAt, written, notNeeded, keptAt));
  }

  private static ObjectWriter members(ApplianceNotes copy) {
    return new ObjectWriter()
        .text("takenAt", copy.takenAt())
        .texts("written", SETTING.words(copy.written()))
        .texts("notNeeded", SETTING.words(copy.notNeeded()))
        .text("keptAt", copy.keptAt());
  }

  private static @Nullable DeploymentFile deploymentFile(ObjectReader copy) {
    Instant savedAt = copy.required("savedAt", Forms.MOMENT);
    String keptAt = copy.optional("keptAt", Forms.TEXT);
    return savedAt == null ? null : copy.made(() -> new DeploymentFile(savedAt, keptAt));
  }

  private static ObjectWriter members(DeploymentFile copy) {
    return new ObjectWriter().text("savedAt", copy.savedAt()).text("keptAt", copy.keptAt());
  }

  static @Nullable PasswordCustody password(Place place) {
    ObjectReader password = place.object(PASSWORD_FIELDS);
    if (password == null) {
      return null;
    }
    Boolean used = password.required("used", Forms.FLAG);
    String knownTo = password.optional("knownTo", Forms.TEXT);
    return used == null ? null : password.made(() -> new PasswordCustody(used, knownTo));
  }

  private static @Nullable JsonNode node(@Nullable PasswordCustody password) {
    return password == null ? null : members(password);
  }

  static JsonNode members(PasswordCustody password) {
    return new ObjectWriter()
        .flag("used", password.used())
        .text("knownTo", password.knownTo())
        .object();
  }

  /** Of a list that is broken nothing is taken; that was complained about. */
  private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> constants) {
    Set<E> set = EnumSet.noneOf(type);
    if (constants != null) {
      set.addAll(constants);
    }
    return set;
  }
}
