// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What came of digesting a backup again.
 *
 * @param at when that ended
 * @param result what came of it
 * @since 0.1
 */
public record Verification(Instant at, VerificationResult result) {

  /** Checks that nothing is null. */
  public Verification {
    requireNonNull(at, "at");
    requireNonNull(result, "result");
  }

  /** Returns whether the file is what it was when it was stored. */
  public boolean isIntact() {
    return result == VerificationResult.INTACT;
  }
}
