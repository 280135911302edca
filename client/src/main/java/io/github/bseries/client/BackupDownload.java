// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was brought home: its file is whole, on the disk, and under its name.
 *
 * <p>It ended where the appliance said that it ends, and it does not look like an error. Whether it
 * can be restored, nobody can tell but an appliance.
 *
 * @param file where it is
 * @param sizeBytes the length of the file in bytes
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits in lower case
 * @param duration how long it took, from the call to the finished file
 * @param applianceClock what the appliance's clock showed when it began to answer, to the second;
 *     null if it did not say
 * @param end how it is known that nothing is missing at its end
 * @param serverFileName what the appliance calls the file, just as it came; null if it did not say.
 *     It may be anything, {@code ../x} too: check it before a file is named so
 * @param encryption how the file was encrypted on our side, with length and digest of what the
 *     appliance sent; null if it was not, and the file is what the appliance sent
 * @since 0.1
 */
public record BackupDownload(
    Path file,
    long sizeBytes,
    String sha256,
    Duration duration,
    @Nullable Instant applianceClock,
    BackupEnd end,
    @Nullable String serverFileName,
    @Nullable BackupEncryption encryption) {}
