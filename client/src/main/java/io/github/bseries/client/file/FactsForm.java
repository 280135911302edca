// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.DirectoryTraffic;
import io.github.bseries.core.pair.Fingerprint;
import io.github.bseries.core.pair.IpAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form of what somebody says of an appliance: members of the appliance itself. */
final class FactsForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "backupSettings",
          "interApplianceKeyFingerprint",
          "certificates",
          "ipConfiguration",
          "apiAccess",
          "smtpAlerts",
          "httpsFromClients",
          "directoryTraffic");

  /** The names of the members of an access to the API. */
  static final List<String> API_ACCESS_FIELDS = List.of("xmlApi", "command", "backup");

  /** The names of the members of a directory traffic. */
  static final List<String> DIRECTORY_TRAFFIC_FIELDS = List.of("used", "allowedFrom");

  private static final Form<List<IpAddress>> IPS = Forms.listOf(Forms.parsed(IpAddress::parse));
  private static final Words<ApiAccess.CommandPermission> COMMAND =
      Words.of(
          ApiAccess.CommandPermission.values(),
          permission -> permission.name().toLowerCase(Locale.ROOT));

  private FactsForm() {}

  /** Returns the facts; those that are broken are left out, and complained about. */
  static DeclaredFacts read(ObjectReader appliance, Attestation head) {
    return new DeclaredFacts(
        appliance.optional("backupSettings", head.on(BackupSettingsForm::read)),
        appliance.optional(
            "interApplianceKeyFingerprint", head.on(Forms.parsed(FactsForm::fingerprint))),
        appliance.optional("certificates", head.on(Forms.listOf(CertificateForm::read))),
        appliance.optional("ipConfiguration", head.on(IPS)),
        appliance.optional("apiAccess", head.on(FactsForm::apiAccess)),
        appliance.optional("smtpAlerts", head.on(Forms.FLAG)),
        appliance.optional("httpsFromClients", head.on(Forms.FLAG)),
        appliance.optional("directoryTraffic", head.on(FactsForm::directoryTraffic)));
  }

  static void write(ObjectWriter appliance, DeclaredFacts facts, Attestation head) {
    appliance
        .node("backupSettings", head.fact(facts.backupSettings(), BackupSettingsForm::write))
        .node(
            "interApplianceKeyFingerprint",
            head.fact(facts.interApplianceKey(), key -> new JsonNode.Text(key.value())))
        .node("certificates", head.fact(facts.certificates(), CertificateForm::write))
        .node("ipConfiguration", head.fact(facts.ipConfiguration(), JsonNode.Items::ofTexts))
        .node("apiAccess", head.fact(facts.apiAccess(), FactsForm::node))
        .node("smtpAlerts", head.fact(facts.smtpAlerts(), JsonNode.Flag::new))
        .node("httpsFromClients", head.fact(facts.httpsFromClients(), JsonNode.Flag::new))
        .node("directoryTraffic", head.fact(facts.directoryTraffic(), FactsForm::node));
  }

  /** Reads a fingerprint as programs print it, with white space around it. */
  static Fingerprint fingerprint(String text) {
    return new Fingerprint(text.strip());
  }

  private static @Nullable ApiAccess apiAccess(Place place) {
    ObjectReader access = place.object(API_ACCESS_FIELDS);
    if (access == null) {
      return null;
    }
    Boolean xmlApi = access.required("xmlApi", Forms.FLAG);
    ApiAccess.CommandPermission command = access.required("command", COMMAND);
    Boolean backup = access.required("backup", Forms.FLAG);
    if (xmlApi == null || command == null || backup == null) {
      return null;
    }
    return access.made(() -> new ApiAccess(xmlApi, command, backup));
  }

  private static JsonNode node(ApiAccess access) {
    return new ObjectWriter()
        .flag("xmlApi", access.xmlApi())
        .text("command", COMMAND.word(access.command()))
        .flag("backup", access.backup())
        .object();
  }

  private static @Nullable DirectoryTraffic directoryTraffic(Place place) {
    ObjectReader traffic = place.object(DIRECTORY_TRAFFIC_FIELDS);
    if (traffic == null) {
      return null;
    }
    Boolean used = traffic.required("used", Forms.FLAG);
    List<IpAddress> allowed = traffic.required("allowedFrom", IPS);
    if (used == null || allowed == null) {
      return null;
    }
    return traffic.made(() -> new DirectoryTraffic(used, allowed));
  }

  private static JsonNode node(DirectoryTraffic traffic) {
    return new ObjectWriter()
        .flag("used", traffic.used())
        .texts("allowedFrom", traffic.allowedFrom())
        .object();
  }
}
