// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What whoever asks for a token gets. */
public sealed interface TokenAnswer {

  /**
   * A token, valid for a while.
   *
   * @param token the token
   * @param fetched whether the other side was asked for it just now
   */
  record Given(AccessToken token, boolean fetched) implements TokenAnswer {}

  /**
   * There is none.
   *
   * @param reason why
   * @param repeatable whether asking again may fare better in a moment
   * @param earliest how long the other side asked to wait before that; zero if it did not
   * @param hold for how long this answer stands for every other one; null if it does not
   */
  record Withheld(
      RuntimeException reason, boolean repeatable, Duration earliest, @Nullable Hold hold)
      implements TokenAnswer {}

  /**
   * Somebody else was asking, and this caller could not wait for the end.
   *
   * @param interrupted whether its thread was interrupted; else its time was over
   */
  record NotAwaited(boolean interrupted) implements TokenAnswer {}

  /**
   * For how long an answer stands. The other credentials always end it.
   *
   * @param span how long; null for as long as the credentials are the same
   */
  record Hold(@Nullable Duration span) {}
}
