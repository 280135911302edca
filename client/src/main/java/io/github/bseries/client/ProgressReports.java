// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far one download is, not too often. Used by one thread. */
final class ProgressReports {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressReports.class);

  private final DownloadSettings settings;
  private final @Nullable Long totalBytes;
  private final LongSupplier nanoTime;
  private final long start;
  private long last;
  private boolean failed;

  ProgressReports(DownloadSettings settings, @Nullable Long totalBytes, LongSupplier nanoTime) {
    this.settings = settings;
    this.totalBytes = totalBytes;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  void begun(long bytes) {
    tell(bytes, start, false);
  }

  void more(long bytes) {
    long now = nanoTime.getAsLong();
    if (now - last >= TimeUnit.NANOSECONDS.convert(settings.progressInterval())) {
      tell(bytes, now, false);
    }
  }

  void complete(long bytes) {
    tell(bytes, nanoTime.getAsLong(), true);
  }

  private void tell(long bytes, long now, boolean complete) {
    last = now;
    OptionalLong expected = settings.expectedBytes();
    try {
      settings
          .progress()
          .accept(
              new DownloadProgress(
                  bytes,
                  totalBytes,
                  expected.isPresent() ? expected.getAsLong() : null,
                  Duration.ofNanos(now - start),
                  complete));
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        LOG.warn("who listens to the progress of a download failed, which changes nothing", e);
      }
    }
  }
}
