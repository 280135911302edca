// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * How it is known that nothing is missing at the end of a backup.
 *
 * @source assumed: how an appliance ends the body of a backup is not documented
 * @since 0.1
 */
public enum BackupEnd {
  /** Its length was told before it, and so many bytes came. */
  LENGTH("length"),

  /** It came in chunks, and the chunk that marks the end was among them. */
  LAST_CHUNK("last chunk"),

  /** It ended with the connection, which could have been cut anywhere. */
  UNPROVEN("unproven");

  private final String title;

  BackupEnd(String title) {
    this.title = title;
  }

  /** Returns the words for it: {@code length}, {@code last chunk}, {@code unproven}. */
  public String title() {
    return title;
  }
}
