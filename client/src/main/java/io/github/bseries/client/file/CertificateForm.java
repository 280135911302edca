// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.pair.ApplianceCertificate;
import io.github.bseries.core.pair.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a server certificate, as the page of an appliance shows it. */
final class CertificateForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "fingerprint",
          "issuedTo",
          "issuedBy",
          "expiration",
          "alternativeNames",
          "privateKey",
          "chainComplete",
          "defaultCertificate",
          "factory");

  private CertificateForm() {}

  static @Nullable ApplianceCertificate read(Place place) {
    ObjectReader page = place.object(FIELDS);
    if (page == null) {
      return null;
    }
    Fingerprint print = page.optional("fingerprint", Forms.parsed(FactsForm::fingerprint));
    String issuedTo = page.required("issuedTo", Forms.TEXT);
    String issuedBy = page.required("issuedBy", Forms.TEXT);
    Instant expiration = page.required("expiration", Forms.MOMENT);
    List<String> names = page.required("alternativeNames", Forms.listOf(Forms.ANY_TEXT));
    boolean privateKey = isTrue(page, "privateKey");
    boolean chainComplete = isTrue(page, "chainComplete");
    boolean isDefault = isTrue(page, "defaultCertificate");
    boolean factory = isTrue(page, "factory");
    if (issuedTo == null || issuedBy == null || expiration == null || names == null) {
      return null;
    }
    return page.made(
        () ->
            new ApplianceCertificate(
                print,
                issuedTo,
                issuedBy,
                expiration,
                names,
                privateKey,
                chainComplete,
                isDefault,
                factory));
  }

  /** What is missing or broken is complained about, so that no certificate comes of it. */
  private static boolean isTrue(ObjectReader page, String field) {
    return Boolean.TRUE.equals(page.required(field, Forms.FLAG));
  }

  static JsonNode write(List<ApplianceCertificate> certificates) {
    return new JsonNode.Items(certificates.stream().map(CertificateForm::node).toList());
  }

  private static JsonNode node(ApplianceCertificate page) {
    return new ObjectWriter()
        .text("fingerprint", page.fingerprint())
        .text("issuedTo", page.issuedTo())
        .text("issuedBy", page.issuedBy())
        .text("expiration", page.expiration())
        .texts("alternativeNames", page.alternativeNames())
        .flag("privateKey", page.privateKey())
        .flag("chainComplete", page.chainComplete())
        .flag("defaultCertificate", page.defaultCertificate())
        .flag("factory", page.factory())
        .object();
  }
}
