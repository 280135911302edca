// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That somebody wants a backup to stay, whatever a policy says.
 *
 * @param by who: a name or a ticket, for a human to ask; one line of at most 200 characters
 * @param reason why; one line of at most 200 characters
 * @param at since when
 * @since 0.1
 */
public record Protection(String by, String reason, Instant at) {

  /**
   * Takes away the white space around the texts.
   *
   * @throws IllegalArgumentException if a text is blank, too long or more than one line
   */
  public Protection {
    by = OneLine.checked("by", by);
    reason = OneLine.checked("reason", reason);
    requireNonNull(at, "at");
  }
}
