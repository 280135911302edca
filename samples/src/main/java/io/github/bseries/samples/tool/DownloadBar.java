// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.DownloadProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows somebody at a terminal how far a download is, in one line that is written over and over; a
 * line for each download, where one comes after the other. Used by one thread.
 */
final class DownloadBar implements Consumer<DownloadProgress>, AutoCloseable {

  /** One column of the usual eighty stays free, lest the terminal begins a new line. */
  private static final int WIDTH = 79;

  private static final long BYTES_PER_UNIT = 1L << 20;
  private static final int MILLIS_BETWEEN = 500;

  private final PrintWriter err;
  private final boolean shown;
  private @Nullable ProgressBar bar;

  private DownloadBar(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /**
   * Makes a bar; until a download begins nothing is seen of it.
   *
   * @param shown whether anything is ever seen of it
   */
  static DownloadBar on(PrintWriter err, boolean shown) {
    return new DownloadBar(err, shown);
  }

  /**
   * Returns whether standard error is a terminal, so that a line can be written over. Only Linux
   * tells: Java knows of input and output alone, and from 22 to 24 not even of those.
   */
  static boolean isTerminal() {
    try {
      return isTerminal(Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Returns whether this is the name of a terminal of Linux. */
  static boolean isTerminal(String file) {
    return file.startsWith("/dev/pts/")
        || file.startsWith("/dev/tty")
        || file.equals("/dev/console");
  }

  @Override
  public void accept(DownloadProgress progress) {
    if (!shown) {
      return;
    }
    if (progress.elapsed().isZero() && !progress.complete()) {
      close();
    }
    ProgressBar open = bar;
    if (open == null) {
      open = begun(progress);
      bar = open;
    }
    open.stepTo(progress.bytes());
    if (progress.complete()) {
      // What was expected was a guess; this much there is.
      open.maxHint(progress.bytes());
      close();
    }
  }

  private ProgressBar begun(DownloadProgress progress) {
    Long total = progress.totalBytes() == null ? progress.expectedBytes() : progress.totalBytes();
    return new ProgressBarBuilder()
        .setTaskName("backup")
        .setInitialMax(total == null ? -1 : total)
        .setUnit(" MiB", BYTES_PER_UNIT)
        .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(MILLIS_BETWEEN)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
        .build();
  }

  /** The spaces cover what a longer line before left there. */
  private void show(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
    err.flush();
  }

  /** Leaves the line as it is, if there is one, and goes on to the next. */
  @Override
  public void close() {
    ProgressBar open = bar;
    bar = null;
    if (open != null) {
      open.close();
      err.println();
    }
  }
}
