// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many calls are left to an account, as an appliance told in the headers of an answer. Whether
 * both appliances of a pair count together is not documented.
 *
 * @param remaining what {@code X-RateLimit-Remaining} said, 0 or more
 * @param limit what {@code X-RateLimit-Limit} said, 0 or more; null if it said nothing
 * @param at when that answer came, on this side's clock
 * @source D-JSON, S-CFG (the headers; their examples fit the limit of an hour)
 * @since 0.1
 */
public record RemainingCalls(long remaining, @Nullable Long limit, Instant at) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public RemainingCalls {
    if (remaining < 0) {
      throw new IllegalArgumentException("remaining is " + remaining + ", must be 0 or more");
    }
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 0 or more");
    }
    requireNonNull(at, "at");
  }
}
