// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with its rate limit after a call.
 *
 * @param hourlyLimit how many calls it has in an hour
 * @param hourlyRemaining how many of them are left
 * @param retryAfter how long until a call is accepted again; null if this one was accepted
 * @source S-CFG 1.10, S-V2 ({@code X-RateLimit-Limit} and {@code X-RateLimit-Remaining} show the
 *     hour)
 * @since 0.1
 */
public record RateLimitState(int hourlyLimit, int hourlyRemaining, @Nullable Duration retryAfter) {

  /** Returns whether the call was accepted. */
  public boolean isWithin() {
    return retryAfter == null;
  }
}
