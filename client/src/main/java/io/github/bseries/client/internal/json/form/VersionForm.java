// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import io.github.bseries.core.pair.ApplianceVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a version: the text of it, from which its parts are read; or an object, where its
 * parts are others.
 */
public final class VersionForm {

  /** The names of the members of the object, in the order in which they are written. */
  public static final List<String> FIELDS = List.of("text", "product", "build");

  private VersionForm() {}

  /** Reads a version. */
  public static @Nullable ApplianceVersion read(Place place) {
    if (!place.isObjectWithAny(FIELDS)) {
      return Forms.parsed(ApplianceVersion::parse).read(place);
    }
    ObjectReader version = place.object(FIELDS);
    if (version == null) {
      return null;
    }
    String text = version.required("text", Forms.TEXT);
    String product = version.optional("product", Forms.TEXT);
    String build = version.optional("build", Forms.TEXT);
    return text == null ? null : version.made(() -> new ApplianceVersion(text, product, build));
  }

  /** Writes a version; null if there is none. */
  public static @Nullable JsonNode write(@Nullable ApplianceVersion version) {
    if (version == null) {
      return null;
    }
    return version.equals(ApplianceVersion.parse(version.text()))
        ? new JsonNode.Text(version.text())
        : new ObjectWriter()
            .text("text", version.text())
            .text("product", version.product())
            .text("build", version.build())
            .object();
  }
}
