// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.backup.ApplianceKit;
import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.KitItem;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.NsbItem;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.VaultKeyCopy;
import io.github.bseries.core.pair.Attested;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a recovery kit. */
final class RecoveryKitForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "attested",
          "vaultKey",
          "certificates",
          "networkDiagram",
          "otherData",
          "normalPrimary",
          "normalBackup");

  private static final Set<NsbItem> OTHER_DATA =
      Collections.unmodifiableSet(
          EnumSet.complementOf(
              EnumSet.of(
                  NsbItem.VAULT_ENCRYPTION_KEY, NsbItem.CERTIFICATES, NsbItem.APPLIANCE_SETTINGS)));

  /** The names of kinds of data, in the order in which they are written. */
  static final List<String> OTHER_DATA_FIELDS =
      OTHER_DATA.stream().map(RecoveryKitForm::name).toList();

  private RecoveryKitForm() {}

  /** Returns the form in which a kit that does not say who attests is attested so. */
  static Form<RecoveryKit> of(Attestation above) {
    return place -> {
      ObjectReader kit = place.object(FIELDS);
      return kit == null ? null : read(kit, Attestation.head(kit, above));
    };
  }

  private static @Nullable RecoveryKit read(ObjectReader kit, Attestation head) {
    Attested<KitPart<VaultKeyCopy>> vaultKey =
        kit.optional("vaultKey", head.on(KitCopyForms.VAULT_KEY));
    Attested<KitPart<CertificateCopy>> certificates =
        kit.optional("certificates", head.on(KitCopyForms.CERTIFICATES));
    Attested<KitPart<NetworkDiagram>> diagram =
        kit.optional("networkDiagram", head.on(KitCopyForms.NETWORK_DIAGRAM));
    Map<NsbItem, Attested<KitPart<DataCopy>>> data =
        kit.optional("otherData", place -> otherData(place, head));
    ApplianceKit primary = kit.optional("normalPrimary", ApplianceKitForm.of(head));
    ApplianceKit backup = kit.optional("normalBackup", ApplianceKitForm.of(head));
    return kit.made(
        () ->
            new RecoveryKit(
                primary == null ? ApplianceKit.none() : primary,
                backup == null ? ApplianceKit.none() : backup,
                vaultKey,
                certificates,
                diagram,
                data == null ? Map.of() : data));
  }

  private static @Nullable Map<NsbItem, Attested<KitPart<DataCopy>>> otherData(
      Place place, Attestation head) {
    ObjectReader object = place.object(OTHER_DATA_FIELDS);
    if (object == null) {
      return null;
    }
    Map<NsbItem, Attested<KitPart<DataCopy>>> data = new EnumMap<>(NsbItem.class);
    for (NsbItem item : OTHER_DATA) {
      Attested<KitPart<DataCopy>> said = object.optional(name(item), head.on(KitCopyForms.DATA));
      if (said != null) {
        data.put(item, said);
      }
    }
    return data;
  }

  static JsonNode write(RecoveryKit kit) {
    Attestation head =
        Attestation.mostCommon(
            Stream.of(KitItem.values())
                .filter(item -> !item.isOfEachSide())
                .flatMap(item -> kit.declared(item).stream())
                .toList());
    return new ObjectWriter()
        .node("attested", head.node())
        .node("vaultKey", head.fact(kit.vaultKey(), KitCopyForms.VAULT_KEY::write))
        .node("certificates", head.fact(kit.certificates(), KitCopyForms.CERTIFICATES::write))
        .node(
            "networkDiagram", head.fact(kit.networkDiagram(), KitCopyForms.NETWORK_DIAGRAM::write))
        .node("otherData", node(kit.otherData(), head))
        .node("normalPrimary", node(kit.normalPrimary()))
        .node("normalBackup", node(kit.normalBackup()))
        .object();
  }

  private static @Nullable JsonNode node(
      Map<NsbItem, Attested<KitPart<DataCopy>>> data, Attestation head) {
    ObjectWriter object = new ObjectWriter();
    data.forEach(
        (item, said) -> object.node(name(item), head.fact(said, KitCopyForms.DATA::write)));
    return data.isEmpty() ? null : object.object();
  }

  private static @Nullable JsonNode node(ApplianceKit side) {
    return side.equals(ApplianceKit.none()) ? null : ApplianceKitForm.write(side);
  }

  /** Returns the name of a kind of data: {@code sessionRecordings}. */
  private static String name(NsbItem item) {
    String words =
        Stream.of(item.name().toLowerCase(Locale.ROOT).split("_", -1))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
