// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which look comes after which, when our own clock may have been set back in between. */
final class LookOrder {

  /**
   * A look that is older than the last one by up to this much is late, and tells nothing new. One
   * that is older still was not late: the clock was set back. Time that is kept in step is set by
   * far less, and no look takes as long.
   */
  static final Duration LATEST = Duration.ofMinutes(5);

  private LookOrder() {}

  /** Returns whether a look at this moment tells something that the last one did not. */
  static boolean isNext(@Nullable Instant last, Instant at) {
    return last == null || at.isAfter(last) || at.isBefore(last.minus(LATEST));
  }

  /** Returns the start of a span that is still open; a start in the future begins anew. */
  static Instant since(@Nullable Instant known, Instant at) {
    return known == null || known.isAfter(at) ? at : known;
  }
}
