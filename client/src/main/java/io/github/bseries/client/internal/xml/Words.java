// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of an answer, made fit for a message: on one line, and not too long. */
final class Words {

  private static final int LONGEST = 500;

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
    String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
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
