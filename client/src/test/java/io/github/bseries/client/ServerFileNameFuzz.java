// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.backup.NsbFileName;
import java.nio.charset.StandardCharsets;

/** Any text as a {@code Content-Disposition}, and what it names as the name of a backup. */
public final class ServerFileNameFuzz {

  private ServerFileNameFuzz() {}

  /** Reads it, and the parts of the name in it. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String header = new String(bytes, StandardCharsets.ISO_8859_1);
    String name = ServerFileName.in(header);
    if (name == null) {
      return;
    }
    Claims.that(header.contains(name), "a name that nobody told");
    Claims.that(name.indexOf('"') < 0, "a quote in a name");
    NsbFileName nsb = NsbFileName.parse(name);
    nsb.certainty();
    nsb.version();
    nsb.site().ifPresent(site -> Claims.that(name.contains(site), "a site that nobody told"));
    nsb.date();
    nsb.uniqueId();
  }
}
