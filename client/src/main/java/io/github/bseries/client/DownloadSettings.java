// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one backup is brought home. Immutable, and may be used for many; a password is read anew for
 * each.
 *
 * @since 0.1
 */
public final class DownloadSettings {

  private static final DownloadSettings DEFAULTS = builder().build();

  private final @Nullable SecretSource password;
  private final boolean unprovenEndAccepted;
  private final long smallestBytes;
  private final @Nullable Long expectedBytes;
  private final long spareBytes;
  private final List<AgeRecipient> recipients;
  private final Consumer<? super DownloadProgress> progress;
  private final Duration progressInterval;

  private DownloadSettings(Builder builder) {
    this.password = builder.password;
    this.unprovenEndAccepted = builder.unprovenEndAccepted;
    this.smallestBytes = builder.smallestBytes;
    this.expectedBytes = builder.expectedBytes;
    this.spareBytes = builder.spareBytes;
    this.recipients = builder.recipients;
    this.progress = builder.progress;
    this.progressInterval = builder.progressInterval;
  }

  /** Returns the settings with which nothing was set. */
  public static DownloadSettings defaults() {
    return DEFAULTS;
  }

  /** Returns a builder with every setting at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.password = password;
    builder.unprovenEndAccepted = unprovenEndAccepted;
    builder.smallestBytes = smallestBytes;
    builder.expectedBytes = expectedBytes;
    builder.spareBytes = spareBytes;
    builder.recipients = recipients;
    builder.progress = progress;
    builder.progressInterval = progressInterval;
    return builder;
  }

  /** Returns where the password is kept that is sent along; empty if none is sent. */
  public Optional<SecretSource> password() {
    return Optional.ofNullable(password);
  }

  /** Returns whether a backup is taken whose end may be a cut. */
  public boolean unprovenEndAccepted() {
    return unprovenEndAccepted;
  }

  /** Returns how long a backup has to be at least, in bytes. */
  public long smallestBytes() {
    return smallestBytes;
  }

  /** Returns how long the backup may be, going by an earlier one; empty if that is not known. */
  public OptionalLong expectedBytes() {
    return expectedBytes == null ? OptionalLong.empty() : OptionalLong.of(expectedBytes);
  }

  /** Returns how many bytes stay free on the disk. */
  public long spareBytes() {
    return spareBytes;
  }

  /** Returns to whom the file is encrypted; empty if it is not. */
  public List<AgeRecipient> recipients() {
    return recipients;
  }

  /** Returns who is told how far the download is. */
  public Consumer<? super DownloadProgress> progress() {
    return progress;
  }

  /** Returns how much time passes at least between two such tellings. */
  public Duration progressInterval() {
    return progressInterval;
  }

  /** Returns what was set, and nothing of the password. */
  @Override
  public String toString() {
    return "DownloadSettings[password "
        + (password == null ? "none" : "hidden")
        + ", unprovenEndAccepted "
        + unprovenEndAccepted
        + ", smallestBytes "
        + smallestBytes
        + ", expectedBytes "
        + expectedBytes
        + ", spareBytes "
        + spareBytes
        + ", recipients "
        + recipients
        + "]";
  }

  /**
   * Collects settings. Not safe for use by several threads; may be reused.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable SecretSource password;
    private boolean unprovenEndAccepted;
    private long smallestBytes = 1024;
    private @Nullable Long expectedBytes;
    private long spareBytes = 64L << 20;
    private List<AgeRecipient> recipients = List.of();
    private Consumer<? super DownloadProgress> progress = event -> {};
    private Duration progressInterval = Duration.ofMillis(500);

    private Builder() {}

    /**
     * Sets a password to send along, as JSON in a POST. None is sent unless set.
     *
     * <p>What an appliance does with it is not documented: the file may need it at a restore, or it
     * may have to be one that is configured. Keep it as if nothing could be restored without it.
     *
     * @source D-BACKUP (the password in the body); assumed: that JSON means a POST, and what it is
     *     for
     */
    public Builder password(SecretSource password) {
      this.password = requireNonNull(password, "password");
      return this;
    }

    /**
     * Sets whether to take a backup that ends with the connection, without a length told before or
     * a last chunk. Such an end may be a cut, which nothing can tell; the result says {@link
     * BackupEnd#UNPROVEN}. Refused unless set.
     */
    public Builder unprovenEndAccepted(boolean accepted) {
      this.unprovenEndAccepted = accepted;
      return this;
    }

    /**
     * Sets how long a backup has to be at least to be believed. 1024 bytes unless set, which is
     * assumed; something near the length of earlier ones tells more.
     *
     * @param smallestBytes 1 or more
     */
    public Builder smallestBytes(long smallestBytes) {
      this.smallestBytes = smallestBytes;
      return this;
    }

    /**
     * Sets how long the backup may be, going by an earlier one. The appliance is not asked for it
     * if there is no room for that and a tenth more. Not known unless set; an archive fills in the
     * length of the last one of the same appliance.
     *
     * @param expectedBytes 1 or more; a guess does no harm but that
     */
    public Builder expectedBytes(long expectedBytes) {
      this.expectedBytes = expectedBytes;
      return this;
    }

    /**
     * Sets how many bytes have to stay free on the disk, which is looked at before the call, when
     * the length of the answer is told, and while it comes in. 64 MiB unless set.
     *
     * @param spareBytes 0 or more
     */
    public Builder spareBytes(long spareBytes) {
      this.spareBytes = spareBytes;
      return this;
    }

    /**
     * Sets to whom the file is encrypted, in the format of {@code age}; each of them can decrypt it
     * alone. The file is not encrypted unless set. Its plain content never touches the disk.
     *
     * @param recipients public keys; an empty list for no encryption
     */
    public Builder recipients(List<AgeRecipient> recipients) {
      this.recipients = List.copyOf(recipients);
      return this;
    }

    /**
     * Sets who is told how far the download is: when it begins, now and then, and when it is
     * complete. Called on the thread of the download, in order, and must be quick; what it throws
     * is logged once and changes nothing; it must not call back into the client. It may interrupt
     * its thread to end the download.
     */
    public Builder progress(Consumer<? super DownloadProgress> progress) {
      this.progress = requireNonNull(progress, "progress");
      return this;
    }

    /**
     * Sets how much time passes at least between two tellings of the progress, the first and the
     * last aside. Half a second unless set.
     *
     * @param progressInterval zero or longer
     */
    public Builder progressInterval(Duration progressInterval) {
      this.progressInterval = requireNonNull(progressInterval, "progressInterval");
      return this;
    }

    /**
     * Builds the settings.
     *
     * @throws IllegalStateException if one is below its limit; the message names it
     */
    public DownloadSettings build() {
      atLeast("smallestBytes", smallestBytes, 1);
      if (expectedBytes != null) {
        atLeast("expectedBytes", expectedBytes, 1);
      }
      atLeast("spareBytes", spareBytes, 0);
      if (progressInterval.isNegative()) {
        throw new IllegalStateException(
            "progressInterval is " + progressInterval + ", must be zero or longer");
      }
      return new DownloadSettings(this);
    }

    private static void atLeast(String setting, long value, long least) {
      if (value < least) {
        throw new IllegalStateException(
            setting + " is " + value + ", must be " + least + " or more");
      }
    }
  }
}
