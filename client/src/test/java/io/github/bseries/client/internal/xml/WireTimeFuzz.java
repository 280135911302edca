// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.client.fuzz.Claims;
import java.time.Instant;

/** Any text as a moment on the wire. */
public final class WireTimeFuzz {

  /** Beyond them a year is written with a sign, and beyond the last one not at all. */
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant YEAR_10_000 = Instant.parse("9999-12-31T23:59:59Z");

  private WireTimeFuzz() {}

  /** Reads it in both forms. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = Claims.text(bytes);
    Instant iso = WireTime.ofIso(text);
    Instant unix = WireTime.ofUnixSeconds(text);

    Claims.that(iso == null || unix == null, "one text is two moments");
    if (iso != null && !iso.isBefore(YEAR_0) && iso.isBefore(YEAR_10_000)) {
      Claims.that(iso.equals(WireTime.ofIso(iso.toString())), "written and read, it is another");
    }
    if (unix != null) {
      Claims.that(unix.getEpochSecond() == Long.parseLong(text), "another second");
    }
  }
}
