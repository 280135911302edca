// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What an appliance was seen to say of its API, and of what the calling account may do there.
 *
 * @param at when it was said, on our clock
 * @param information what it said
 * @since 0.1
 */
public record ApiLook(Instant at, ApiInformation information) {

  /** Checks that nothing is null. */
  public ApiLook {
    requireNonNull(at, "at");
    requireNonNull(information, "information");
  }
}
