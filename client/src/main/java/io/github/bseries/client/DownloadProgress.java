// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is. It holds no secret and no name.
 *
 * @param bytes how many bytes of the backup have come, before any encryption
 * @param totalBytes how many there will be; null if the appliance did not say
 * @param expectedBytes how many there may be, going by an earlier backup; null if nothing is known
 * @param elapsed since the first of them came
 * @param complete whether the file is whole, on the disk and under its name
 * @since 0.1
 */
public record DownloadProgress(
    long bytes,
    @Nullable Long totalBytes,
    @Nullable Long expectedBytes,
    Duration elapsed,
    boolean complete) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Checks that nothing needed is null. */
  public DownloadProgress {
    requireNonNull(elapsed, "elapsed");
  }

  /** Returns the mean rate in bytes per second; 0 as long as no time has passed. */
  public long bytesPerSecond() {
    long nanos = elapsed.toNanos();
    return nanos <= 0 ? 0 : Math.round(bytes / (nanos / NANOS_PER_SECOND));
  }

  /** Returns the part that has come in percent, 0 to 100; empty if the total is not known. */
  public OptionalInt percent() {
    return totalBytes == null || totalBytes <= 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(100, Math.floor(bytes * 100.0 / totalBytes)));
  }
}
