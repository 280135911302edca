// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.regex.Pattern;

/** What a header must be like to be sent at all, be it as wrong as it may. */
final class SentHeader {

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private SentHeader() {}

  static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "header is \"" + name + "\", must be a name of letters, digits and -");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "header " + name + " has a control character, or one beyond Latin-1, must have none");
    }
    if (name.equalsIgnoreCase("Content-Length") && !LENGTH.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "header " + name + " is \"" + value + "\", must be a whole number, 0 or more");
    }
  }
}
