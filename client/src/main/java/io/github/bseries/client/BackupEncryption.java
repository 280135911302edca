// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How the file of a backup was encrypted on our side, in the format of {@code age}, and what is in
 * it.
 *
 * @param recipients who can decrypt it, each by itself; one or more
 * @param plainSizeBytes the length of the backup as the appliance sent it, 1 or more
 * @param plainSha256 the SHA-256 of that, 64 hexadecimal digits in lower case
 * @since 0.1
 */
public record BackupEncryption(
    List<AgeRecipient> recipients, long plainSizeBytes, String plainSha256) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if there is no recipient, no byte, or no digest
   */
  public BackupEncryption {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("recipients is empty, must have one or more");
    }
    if (plainSizeBytes < 1) {
      throw new IllegalArgumentException(
          "plainSizeBytes is " + plainSizeBytes + ", must be 1 or more");
    }
    if (!DIGEST.matcher(requireNonNull(plainSha256, "plainSha256")).matches()) {
      throw new IllegalArgumentException("plainSha256 must be 64 hexadecimal digits in lower case");
    }
  }
}
