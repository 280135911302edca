// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.fuzz;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.Subnet;
import java.util.function.Function;

/** Any text as each of the small values that are typed in, or come from an appliance. */
public final class TextsFuzz {

  /** The whole of a message; how much of a value it may repeat is limited well below it. */
  private static final int MOST = 600;

  private TextsFuzz() {}

  /** Reads it as each; what was read is written and read again as the same. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = Claims.text(bytes);
    readTwice(text, ApplianceVersion::parse, ApplianceVersion::toString);
    readTwice(text, IpAddress::parse, IpAddress::toString);
    readTwice(text, Subnet::parse, Subnet::toString);
    readTwice(text, ApplianceAddress::parse, ApplianceAddress::toString);
    readTwice(text, ApplianceId::new, ApplianceId::value);
    readTwice(text, FailoverRole::ofLiteral, FailoverRole::literal);
  }

  private static <T> void readTwice(
      String text, Function<String, T> read, Function<T, String> write) {
    T value;
    try {
      value = read.apply(text);
    } catch (IllegalArgumentException e) {
      Claims.isFitToBeShown(String.valueOf(e.getMessage()), MOST);
      return;
    }
    String written = write.apply(value);
    Claims.that(value.equals(read.apply(written)), "written and read, it is another");
  }
}
