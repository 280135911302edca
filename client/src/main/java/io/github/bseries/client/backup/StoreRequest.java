// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import org.jspecify.annotations.Nullable;

/**
 * What goes into the manifest of a backup from the side of the caller.
 *
 * @param askedBy who asks for the backup: a name, a program or a ticket; one line of at most 200
 *     characters
 * @param site the name of the site, such as {@code support.example.com}; null if it is not known
 * @since 0.1
 */
public record StoreRequest(String askedBy, @Nullable String site) {

  /**
   * Takes away the white space around the texts.
   *
   * @throws IllegalArgumentException if a text is blank, too long or more than one line
   */
  public StoreRequest {
    askedBy = OneLine.checked("askedBy", askedBy);
    site = site == null ? null : OneLine.checked("site", site);
  }
}
