// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which backups are known. */
public final class Sha256 {

  private Sha256() {}

  /** Returns a digest of nothing yet. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
