// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server calls the file that it sends. Only the plain form is read: the other one, with a
 * character set in it, comes beside the plain one as a rule.
 */
final class ServerFileName {

  private static final int LONGEST_HEADER = 1024;
  private static final Pattern QUOTED =
      Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*([^\\s\";]+)");

  private ServerFileName() {}

  /** Returns the name in a {@code Content-Disposition}, unchecked; null if there is none. */
  static @Nullable String in(@Nullable String contentDisposition) {
    if (contentDisposition == null || contentDisposition.length() > LONGEST_HEADER) {
      return null;
    }
    Matcher quoted = QUOTED.matcher(contentDisposition);
    if (quoted.find()) {
      return quoted.group(1);
    }
    Matcher plain = PLAIN.matcher(contentDisposition);
    return plain.find() ? plain.group(1) : null;
  }
}
