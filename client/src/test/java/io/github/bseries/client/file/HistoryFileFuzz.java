// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.pair.PairHistory;
import java.nio.charset.StandardCharsets;

/** Any text as the content of a history file. */
public final class HistoryFileFuzz {

  /** A path and a message. */
  private static final int MOST = 2_000;

  private static final int MOST_PROBLEMS = 101;

  private HistoryFileFuzz() {}

  /** Loads classes, which takes longer than any input. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it; what was read is written and read again as the same. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    PairHistory read;
    try {
      read = HistoryFile.parse(Claims.text(bytes));
    } catch (InvalidFileException e) {
      Claims.that(e.problems().size() <= MOST_PROBLEMS, "too many problems are told");
      e.problems().forEach(problem -> Claims.isFitToBeShown(problem.toString(), MOST));
      return;
    }
    String json = HistoryFile.toJson(read);
    PairHistory again = HistoryFile.parse(json);
    Claims.that(read.equals(again), "written and read, it is another");
    Claims.that(json.equals(HistoryFile.toJson(again)), "equal, and written in two ways");
  }
}
