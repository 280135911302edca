// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of an answer on one line. How much of them is shown is up to who shows them. */
final class Words {

  /** White space, and what cannot be seen: controls, marks of direction, line ends, half pairs. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

  private Words() {}

  static String joined(List<@Nullable String> texts) {
    return texts.stream()
        .filter(Objects::nonNull)
        .map(Words::plain)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  static String quoted(String text) {
    return "\"" + plain(text) + "\"";
  }

  static String plain(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** Returns the first words of what went wrong, with those of its cause where it has none. */
  static String first(Throwable e) {
    Throwable each = e;
    while (each.getMessage() == null && each.getCause() != null) {
      each = each.getCause();
    }
    String message = each.getMessage();
    return message == null ? each.getClass().getSimpleName() : plain(message);
  }
}
