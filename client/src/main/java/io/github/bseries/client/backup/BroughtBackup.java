// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a backup that a source has just put into a file.
 *
 * @param sizeBytes the length of the file
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits in lower case
 * @param duration how long it took, from the call to the finished file
 * @param applianceClock what the appliance's clock showed when it began to answer; null if it did
 *     not say
 * @param serverFileName what the appliance calls the file, just as it came; null if it did not say.
 *     An archive uses it only where it is safe
 * @param end how it is known that nothing is missing at its end
 * @param api which call of which API brought it, such as {@code GET /api/backup}
 * @param passwordSent whether a password was sent along
 * @param encryption how the file was encrypted on our side; null if it was not
 * @since 0.1
 */
public record BroughtBackup(
    long sizeBytes,
    String sha256,
    Duration duration,
    @Nullable Instant applianceClock,
    @Nullable String serverFileName,
    BackupEnd end,
    String api,
    boolean passwordSent,
    @Nullable BackupEncryption encryption) {

  /** Checks that nothing needed is null. */
  public BroughtBackup {
    requireNonNull(sha256, "sha256");
    requireNonNull(duration, "duration");
    requireNonNull(end, "end");
    requireNonNull(api, "api");
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration is " + duration + ", must not be below zero");
    }
  }
}
