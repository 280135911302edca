// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import java.time.Duration;

/** A token as it was given out. Not a record: its text must not show it. */
public final class AccessToken {

  private final String value;
  private final Duration life;

  /**
   * Makes a token.
   *
   * @param life for how long it is valid, from the moment when it was asked for; zero or more
   */
  public AccessToken(String value, Duration life) {
    this.value = value;
    this.life = life;
  }

  /** Returns what the {@code Authorization} header has to say. */
  public String authorization() {
    return "Bearer " + value;
  }

  /** Returns the token itself, for whoever keeps it. */
  public String value() {
    return value;
  }

  /** Returns for how long it was valid when it was asked for. */
  public Duration life() {
    return life;
  }

  /** Returns the life, and never the token. */
  @Override
  public String toString() {
    return "AccessToken[hidden, life " + life + "]";
  }
}
