// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.Appliance;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.Platform;
import io.github.bseries.core.pair.Subnet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of one appliance of a pair; what is attested of it stands among the rest. */
final class ApplianceForm {

  private static final List<String> OWN_FIELDS =
      List.of("name", "id", "address", "verifiedName", "ip", "subnet", "platform", "attested");

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      Stream.concat(OWN_FIELDS.stream(), FactsForm.FIELDS.stream()).toList();

  private static final Words<Platform> PLATFORM = Words.of(Platform.values(), ApplianceForm::word);

  private ApplianceForm() {}

  /** Returns the form in which an appliance that does not say who attests is attested so. */
  static Form<Appliance> of(Attestation above) {
    return place -> {
      ObjectReader appliance = place.object(FIELDS);
      return appliance == null ? null : read(appliance, above);
    };
  }

  private static @Nullable Appliance read(ObjectReader appliance, Attestation above) {
    String name = appliance.optional("name", Forms.TEXT);
    ApplianceId id = appliance.optional("id", Forms.parsed(ApplianceForm::id));
    ApplianceAddress address = address(appliance);
    IpOnSubnet ip = appliance.optional("ip", Forms.parsed(IpOnSubnet::parse));
    Subnet subnet = subnet(appliance, ip);
    Platform platform = appliance.optional("platform", PLATFORM);
    DeclaredFacts declared = FactsForm.read(appliance, Attestation.head(appliance, above));
    if (address == null) {
      return null;
    }
    return appliance.made(
        () ->
            new Appliance(
                name == null ? address.host() : name,
                id,
                address,
                ip == null ? null : ip.ip(),
                subnet,
                platform,
                declared));
  }

  /** Reads an id with white space around it. */
  static ApplianceId id(String text) {
    return new ApplianceId(text.strip());
  }

  private static @Nullable ApplianceAddress address(ObjectReader appliance) {
    ApplianceAddress address = appliance.required("address", Forms.parsed(ApplianceAddress::parse));
    if (address == null) {
      appliance.optional("verifiedName", Forms.TEXT);
      return null;
    }
    ApplianceAddress named = appliance.optional("verifiedName", Forms.parsed(address::named));
    return named == null ? address : named;
  }

  private static @Nullable Subnet subnet(ObjectReader appliance, @Nullable IpOnSubnet ip) {
    Subnet subnet = appliance.optional("subnet", Forms.parsed(Subnet::parse));
    if (ip == null || ip.subnet() == null) {
      return subnet;
    }
    if (subnet != null && !subnet.equals(ip.subnet())) {
      appliance
          .place()
          .complain(
              "subnet is " + subnet + ", but ip is in " + ip.subnet() + "; leave one of them");
    }
    return ip.subnet();
  }

  static JsonNode write(Appliance appliance) {
    ApplianceAddress address = appliance.address();
    boolean otherName = !address.name().equals(address.host());
    IpAddress ip = appliance.ip();
    Attestation head = Attestation.mostCommon(appliance.declared().attestations());
    ObjectWriter members =
        new ObjectWriter()
            .text("name", appliance.name())
            .text("id", appliance.id())
            .text("address", url(address))
            .text("verifiedName", otherName ? address.name() : null)
            .text("ip", ip == null ? null : new IpOnSubnet(ip, appliance.subnet()))
            .text("subnet", ip == null ? appliance.subnet() : null)
            .text("platform", PLATFORM.word(appliance.platform()))
            .node("attested", head.node());
    FactsForm.write(members, appliance.declared(), head);
    return members.object();
  }

  /** Returns the address as people write it, without its usual port. */
  private static String url(ApplianceAddress address) {
    String url = address.named(address.host()).toString();
    String usual = ":" + ApplianceAddress.DEFAULT_PORT;
    return address.tls() && url.endsWith(usual)
        ? url.substring(0, url.length() - usual.length())
        : url;
  }

  private static String word(Platform platform) {
    return switch (platform) {
      case B200 -> "B200";
      case B300 -> "B300";
      case B400 -> "B400";
      case VMWARE -> "VMware";
      case HYPER_V -> "Hyper-V";
      case NUTANIX -> "Nutanix";
      case AZURE -> "Azure";
      case AWS -> "AWS";
      case CLOUD -> "cloud";
    };
  }

  /**
   * An address with the subnet that it is in.
   *
   * @param subnet null if it is not known
   */
  private record IpOnSubnet(IpAddress ip, @Nullable Subnet subnet) {

    private static IpOnSubnet parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? new IpOnSubnet(IpAddress.parse(text), null)
          : new IpOnSubnet(IpAddress.parse(text.substring(0, slash)), Subnet.parse(text));
    }

    @Override
    public String toString() {
      return subnet == null ? ip.text() : ip + "/" + subnet.prefixLength();
    }
  }
}
