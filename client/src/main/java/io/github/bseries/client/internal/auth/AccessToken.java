// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.auth;

import java.time.Duration;

/** A token as it was given out. Not a record: its text must not show it. */
public final class AccessToken {

  /** Longer than any token lives, and short enough for a clock of nanoseconds. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(365);

  /** How long before its end a token is renewed; a quarter of its life if that is less. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final String value;
  private final Duration life;
  private final Duration age;

  /**
   * Makes a token that is given out now.
   *
   * @param life for how long it is valid, from the moment when it was asked for; zero or more, and
   *     taken for {@link #LONGEST_LIFE} if it is longer
   */
  public AccessToken(String value, Duration life) {
    this(value, life, Duration.ZERO);
  }

  /**
   * Makes a token that was given out before.
   *
   * @param life for how long it is valid, from the moment when it was asked for; zero or more, and
   *     taken for {@link #LONGEST_LIFE} if it is longer
   * @param age how long ago that was; zero or more
   */
  public AccessToken(String value, Duration life, Duration age) {
    this.value = value;
    this.life = life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    this.age = age;
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

  /** Returns for how long it is used from now on, before it is renewed; zero or less if not. */
  Duration usable() {
    Duration quarter = life.dividedBy(4);
    return life.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN).minus(age);
  }

  /** Returns the life, and never the token. */
  @Override
  public String toString() {
    return "AccessToken[hidden, life " + life + "]";
  }
}
