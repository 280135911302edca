// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of the known names somebody meant. */
final class Nearest {

  private static final int LONGEST = 60;

  private Nearest() {}

  /** Returns the nearest of the names; null if none is near. */
  static @Nullable String of(String written, List<String> names) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = Math.max(1, written.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(plain(written), plain(name));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest == null ? beginningAlike(written, names) : nearest;
  }

  private static @Nullable String beginningAlike(String written, List<String> names) {
    return names.stream()
        .filter(name -> written.length() > 3 && plain(name).startsWith(plain(written)))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
  }

  /** The number of characters to put in, take out or replace (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
