// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That the certificates of the site were saved, and where. Never what is in the file.
 *
 * @param savedAt when they were exported
 * @param contents what was exported; in the order of the constants
 * @param p12 whether the file is a p12, as the page exports it
 * @param passphrase whether a passphrase protects it and who knows that; null if that was not
 *     declared
 * @param keptAt where the file lies, on one line of at most 200 characters; null if that was not
 *     declared
 * @source S2 "Back Up Certificates"
 * @since 0.1
 */
public record CertificateCopy(
    Instant savedAt,
    Set<Content> contents,
    boolean p12,
    @Nullable PasswordCustody passphrase,
    @Nullable String keptAt) {

  /**
   * Keeps a copy of the set.
   *
   * @throws IllegalArgumentException if {@code keptAt} is blank, too long or more than one line
   */
  public CertificateCopy {
    requireNonNull(savedAt, "savedAt");
    contents = EnumSets.copy(Content.class, contents, "contents");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
  }

  /** Returns whether nothing was left out that a new appliance needs to serve with it. */
  public boolean isComplete() {
    return contents.size() == Content.values().length;
  }

  /**
   * One box of the page that exports certificates.
   *
   * @source S2 "Back Up Certificates"
   * @since 0.1
   */
  public enum Content {
    /** The certificate of the site. */
    CERTIFICATE,

    /** The private key that belongs to it. */
    PRIVATE_KEY,

    /** The certificates between it and the root, and the root. */
    CHAIN
  }
}
