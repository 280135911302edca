// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a simulated pair; each has a default. Not safe for use by several
 * threads; may be used again after a build.
 *
 * @since 0.1
 */
public final class SimulatedPairBuilder {

  private @Nullable SimulatedTime time;
  private String siteName = "support.example.com";
  private boolean single;
  private ApplianceVersion version =
      ApplianceVersion.parse("19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)");
  private @Nullable String sharedIp = "12.12.1.52";
  private boolean sharedIpFollowsRole = true;
  private Duration dataSyncDuration = Duration.ofSeconds(30);
  private Duration swapMoment = Duration.ofSeconds(5);
  private Duration lastDataSyncAge = Duration.ofHours(1);
  private boolean backupShowsDataSync;
  private boolean tokensValidOnBoth;
  private boolean backupServesBackups = true;
  private long backupBytes = 1024 * 1024;
  private long seed = 19_108;

  SimulatedPairBuilder() {}

  /**
   * Sets the time. Unless set, each pair has a stepped time of its own, from 2026-03-01 noon UTC.
   */
  public SimulatedPairBuilder time(SimulatedTime time) {
    this.time = requireNonNull(time, "time");
    return this;
  }

  /** Sets the public name of the site. {@code support.example.com} unless set. */
  public SimulatedPairBuilder siteName(String siteName) {
    this.siteName = requireNonNull(siteName, "siteName");
    return this;
  }

  /** Sets whether there is but one appliance, with the role {@code none}. A pair unless set. */
  public SimulatedPairBuilder single(boolean single) {
    this.single = single;
    return this;
  }

  /**
   * Sets the version that both appliances report.
   *
   * @source W-RAGMOB (the default)
   */
  public SimulatedPairBuilder version(String version) {
    this.version = ApplianceVersion.parse(version);
    return this;
  }

  /**
   * Sets the shared IP of the pair. {@code 12.12.1.52} unless set.
   *
   * @param sharedIp an IP address; null for a pair without one
   */
  public SimulatedPairBuilder sharedIp(@Nullable String sharedIp) {
    this.sharedIp = sharedIp;
    return this;
  }

  /**
   * Sets whether the primary, and only the primary, has the shared IP enabled. True unless set; if
   * false, {@code a} has it until it is moved by hand.
   *
   * @source assumed: S1 says at the settings that the address follows the role, and at the API that
   *     one is expected to have systems which enable and disable it
   */
  public SimulatedPairBuilder sharedIpFollowsRole(boolean sharedIpFollowsRole) {
    this.sharedIpFollowsRole = sharedIpFollowsRole;
    return this;
  }

  /**
   * Sets how long a data sync takes. 30 seconds unless set.
   *
   * @source assumed: it depends on the data, and no source gives a bound
   */
  public SimulatedPairBuilder dataSyncDuration(Duration dataSyncDuration) {
    this.dataSyncDuration = requireNonNull(dataSyncDuration, "dataSyncDuration");
    return this;
  }

  /**
   * Sets how long both appliances are backup while the roles swap. 5 seconds unless set.
   *
   * @source D-FOPLAN (that there is such a moment); assumed: how long it is
   */
  public SimulatedPairBuilder swapMoment(Duration swapMoment) {
    this.swapMoment = requireNonNull(swapMoment, "swapMoment");
    return this;
  }

  /** Sets how long before the start the last data sync was complete. One hour unless set. */
  public SimulatedPairBuilder lastDataSyncAge(Duration lastDataSyncAge) {
    this.lastDataSyncAge = requireNonNull(lastDataSyncAge, "lastDataSyncAge");
    return this;
  }

  /**
   * Sets whether the backup, too, tells of the last data sync. False unless set.
   *
   * @source S-V2 (the primary only); assumed: that this holds for the XML API
   */
  public SimulatedPairBuilder backupShowsDataSync(boolean backupShowsDataSync) {
    this.backupShowsDataSync = backupShowsDataSync;
    return this;
  }

  /**
   * Sets whether a token that one appliance issued is valid on the other one. False unless set.
   *
   * @source assumed: no source tells
   */
  public SimulatedPairBuilder tokensValidOnBoth(boolean tokensValidOnBoth) {
    this.tokensValidOnBoth = tokensValidOnBoth;
    return this;
  }

  /**
   * Sets whether an appliance gives backup files while its role is backup. True unless set.
   *
   * @source assumed: no source tells
   */
  public SimulatedPairBuilder backupServesBackups(boolean backupServesBackups) {
    this.backupServesBackups = backupServesBackups;
    return this;
  }

  /** Sets the size of a backup file in bytes, 1 or more. 1 MiB unless set. */
  public SimulatedPairBuilder backupBytes(long backupBytes) {
    this.backupBytes = backupBytes;
    return this;
  }

  /** Sets where all random values come from: the same seed gives the same run. */
  public SimulatedPairBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Builds the pair. Opens no connection, starts no thread.
   *
   * @throws IllegalStateException if a setting makes no sense; the message names it
   */
  public SimulatedPair build() {
    checkSpan("dataSyncDuration", dataSyncDuration);
    checkSpan("swapMoment", swapMoment);
    checkSpan("lastDataSyncAge", lastDataSyncAge);
    if (backupBytes < 1) {
      throw new IllegalStateException("backupBytes is " + backupBytes + ", must be 1 or more");
    }
    SimulatedTime checkedTime = time;
    if (checkedTime == null) {
      checkedTime = SimulatedTime.steppable(Instant.parse("2026-03-01T12:00:00Z"));
    }
    return new SimulatedPair(
        new PairSettings(
            checkedTime,
            checkedSiteName(),
            single,
            version,
            sharedIp,
            sharedIpFollowsRole,
            dataSyncDuration,
            swapMoment,
            lastDataSyncAge,
            backupShowsDataSync,
            tokensValidOnBoth,
            backupServesBackups,
            backupBytes,
            seed));
  }

  private String checkedSiteName() {
    try {
      return new ApplianceAddress("127.0.0.1", 443, siteName, true).name();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("siteName is not usable: " + e.getMessage(), e);
    }
  }

  private static void checkSpan(String name, Duration span) {
    if (span.isNegative()) {
      throw new IllegalStateException(name + " is " + span + ", must not be negative");
    }
  }
}
