// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import java.util.ArrayList;
import java.util.List;

/** A file in which somebody wrote something else, and what is said of it. */
final class WrongFile {

  private WrongFile() {}

  /** Returns these lines with another value in one of them, where it has one that is no list. */
  static String withValue(String json, int place, String value) {
    List<String> lines = new ArrayList<>(json.lines().toList());
    int index = place % lines.size();
    lines.set(index, lines.get(index).replaceFirst(": [^{\\[]*?(,?)$", ": " + value + "$1"));
    return String.join("\n", lines);
  }

  /** Returns whether each problem has a path, and a message of one line. */
  static boolean isSaid(InvalidFileException e) {
    return !e.problems().isEmpty()
        && e.problems().stream()
            .allMatch(
                problem -> problem.path().startsWith("$") && !problem.message().contains("\n"));
  }
}
