// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

/** Where a caller would get a token from, if nobody else is getting one. */
public interface TokenSource {

  /** Reads the credentials as they are now. */
  Credentials credentials();

  /** Asks the other side for a token, once. */
  TokenAnswer fetch(Credentials credentials);

  /**
   * Returns whether this caller was called away, or could not send what it would have sent, so that
   * its failure is nobody else's.
   */
  boolean isCalledAway();

  /**
   * Returns whether it sent something, and it was its own time that was over: whoever has more may
   * hear an answer.
   */
  boolean isOutOfTime();
}
