// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whether an appliance lets a call in.
 *
 * @param verdict whether, or why not
 * @param account whose call it is; null if that is not known
 * @param token the token that was issued; null unless a request for one was let in
 * @param rateLimit how the account stands; null if calls are not limited, or not counted
 * @since 0.1
 */
public record Admission(
    Verdict verdict,
    @Nullable SimulatedAccount account,
    @Nullable String token,
    @Nullable RateLimitState rateLimit) {

  /** Checks that there is a verdict. */
  public Admission {
    requireNonNull(verdict, "verdict");
  }

  /** Returns all but the token. */
  @Override
  public String toString() {
    return "Admission[" + verdict + ", " + account + ", " + rateLimit + "]";
  }

  /**
   * Whether a call is let in, or why not.
   *
   * @since 0.1
   */
  public enum Verdict {
    /** It is let in. */
    ADMITTED,

    /** Client id or secret are wrong, or the account is disabled. */
    WRONG_CREDENTIALS,

    /** The account is locked, after several wrong secrets in a row. */
    LOCKED,

    /** The token is missing, unknown, expired, or not valid any more. */
    INVALID_TOKEN,

    /** The account does not take calls from there. */
    CALLER_NOT_ALLOWED,

    /** The account called too often. */
    RATE_LIMITED,

    /** The XML API is switched off. */
    XML_API_OFF,

    /** The account lacks the permission. */
    NOT_PERMITTED
  }
}
