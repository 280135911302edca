// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.DownloadSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a backup, of which site, and how it is brought home.
 *
 * @param askedBy who asks for the backup: a name, a program or a ticket; one line of at most 200
 *     characters
 * @param site the name of the site, such as {@code support.example.com}; null if it is not known
 * @param download how it is brought home: with a password, encrypted to whom, and so on. What
 *     length to expect, the archive fills in from the last one of the same appliance, unless it is
 *     set
 * @since 0.1
 */
public record StoreRequest(String askedBy, @Nullable String site, DownloadSettings download) {

  /**
   * Takes away the white space around the texts.
   *
   * @throws IllegalArgumentException if a text is blank, too long or more than one line
   */
  public StoreRequest {
    askedBy = OneLine.checked("askedBy", askedBy);
    site = site == null ? null : OneLine.checked("site", site);
    requireNonNull(download, "download");
  }

  /** Makes a request with the defaults for the download, and with the same checks. */
  public StoreRequest(String askedBy, @Nullable String site) {
    this(askedBy, site, DownloadSettings.defaults());
  }

  /** Returns the same with other settings for the download. */
  public StoreRequest with(DownloadSettings download) {
    return new StoreRequest(askedBy, site, download);
  }
}
