// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * Why a backup is kept or dropped.
 *
 * @since 0.1
 */
public enum RetentionReason {
  /** It is the newest good one of its appliance; no policy drops that. */
  LAST_GOOD("the newest good one of its appliance"),

  /** Its appliance has no good one at all; then nothing of it is dropped. */
  NONE_IS_GOOD("no backup of its appliance is good"),

  /** Somebody said that it must stay. */
  PROTECTED("protected"),

  /** It is one of the newest, of which so many are kept. */
  LAST("one of the newest"),

  /** It is the newest of one of the hours that are kept. */
  HOURLY("the newest of its hour"),

  /** It is the newest of one of the days that are kept. */
  DAILY("the newest of its day"),

  /** It is the newest of one of the weeks that are kept. */
  WEEKLY("the newest of its week"),

  /** It is the newest of one of the months that are kept. */
  MONTHLY("the newest of its month"),

  /** It is the newest of one of the years that are kept. */
  YEARLY("the newest of its year"),

  /** It is not good, and there is a good one of its appliance. */
  NOT_GOOD("not good, and a good one is there"),

  /** It is good, and no part of the policy keeps it. */
  NOT_NEEDED("no part of the policy keeps it");

  private final String text;

  RetentionReason(String text) {
    this.text = text;
  }

  /** Returns the reason, for a human to read. */
  public String text() {
    return text;
  }

  /** Returns whether a file with this reason is kept. */
  public boolean keeps() {
    return this != NOT_GOOD && this != NOT_NEEDED;
  }
}
