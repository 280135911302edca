// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.TrafficCutover;
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

  /** Longer than anybody tests for, and far from where calendars end. */
  private static final Duration LONGEST_SPAN = Duration.ofDays(36_600);

  private @Nullable SimulatedTime time;
  private String siteName = "support.example.com";
  private boolean single;
  private ApplianceVersion version =
      ApplianceVersion.parse("19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)");
  private TrafficCutover cutover = SharedIp.at("12.12.1.52");
  private boolean established = true;
  private boolean trafficNode;
  private @Nullable BackupSettings backupSettingsOfA;
  private @Nullable BackupSettings backupSettingsOfB;
  private @Nullable SimulatedUsers users;
  private long dataBytes = 300_000_000;
  private Bandwidth line = Bandwidth.ofMegabitsPerSecond(80);
  private @Nullable Duration dataSyncDuration;
  private Duration swapMoment = Duration.ofSeconds(5);
  private Duration lastDataSyncAge = Duration.ofHours(1);
  private Assumptions assumptions = Assumptions.standard();
  private long backupBytes = 1024 * 1024;
  private long seed = 19_108;
  private ApiSettings api = ApiSettings.defaults();

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
   * Sets what is assumed where the sources leave it open. {@link Assumptions#standard()} unless
   * set.
   */
  public SimulatedPairBuilder assumptions(Assumptions assumptions) {
    this.assumptions = requireNonNull(assumptions, "assumptions");
    return this;
  }

  /** Sets single assumptions, and leaves the others as they are. */
  public SimulatedPairBuilder assume(AssumedBehaviour... behaviours) {
    this.assumptions = assumptions.with(behaviours);
    return this;
  }

  /**
   * Sets the shared IP of the pair. {@code 12.12.1.52} unless set.
   *
   * @param sharedIp an IP address; null for a pair without one, whose traffic is cut over by a NAT
   *     rule
   * @throws IllegalArgumentException if it is no IP address
   */
  public SimulatedPairBuilder sharedIp(@Nullable String sharedIp) {
    return cutover(sharedIp == null ? new NatSwing(null) : SharedIp.at(sharedIp));
  }

  /** Sets how users reach the primary. A shared IP unless set. */
  public SimulatedPairBuilder cutover(TrafficCutover cutover) {
    this.cutover = requireNonNull(cutover, "cutover");
    return this;
  }

  /**
   * Sets whether the two stand in a failover relationship from the beginning. True unless set; if
   * false, both have the role {@code none}, until the relationship is made on the page of one.
   */
  public SimulatedPairBuilder established(boolean established) {
    this.established = established;
    return this;
  }

  /**
   * Sets whether the pair is the primary node of a cluster with one traffic node, which is listed
   * with the two. False unless set.
   *
   * @source D-ATLAS
   */
  public SimulatedPairBuilder trafficNode(boolean trafficNode) {
    this.trafficNode = trafficNode;
    return this;
  }

  /**
   * Sets the settings on the Failover page of {@code a}. Unless set, those of a normal primary:
   * everything off, the shared IP checked. Mind that settings without the shared IP leave it where
   * it is when the role changes.
   *
   * @source S1 "Best Practices for Primary and Backup Environments"
   */
  public SimulatedPairBuilder backupSettingsOfA(BackupSettings settings) {
    this.backupSettingsOfA = requireNonNull(settings, "backupSettingsOfA");
    return this;
  }

  /**
   * Sets the settings on the Failover page of {@code b}. Unless set, those of a normal backup:
   * backup operations on, a data sync once a day, no automatic failover, the shared IP checked.
   *
   * @source S1 "Best Practices for Primary and Backup Environments"
   */
  public SimulatedPairBuilder backupSettingsOfB(BackupSettings settings) {
    this.backupSettingsOfB = requireNonNull(settings, "backupSettingsOfB");
    return this;
  }

  /** Sets what users do all day. Nothing unless set. */
  public SimulatedPairBuilder users(SimulatedUsers users) {
    this.users = requireNonNull(users, "users");
    return this;
  }

  /** Sets how much data there is from the beginning, in bytes, zero or more. 300 MB unless set. */
  public SimulatedPairBuilder dataBytes(long dataBytes) {
    this.dataBytes = dataBytes;
    return this;
  }

  /** Sets what the line between the appliances gives. 80 megabits a second unless set. */
  public SimulatedPairBuilder line(Bandwidth line) {
    this.line = requireNonNull(line, "line");
    return this;
  }

  /**
   * Sets how long a data sync takes, whatever its data. Unless set, that follows from the data, the
   * line, and the bandwidth limit of the backup: 30 seconds at first.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship" (a few seconds to a few hours,
   *     by the amount of data)
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

  /** Sets the size of a backup file in bytes, 1 or more. 1 MiB unless set. */
  public SimulatedPairBuilder backupBytes(long backupBytes) {
    this.backupBytes = backupBytes;
    return this;
  }

  /**
   * Sets where ids, accounts, backups and chances come from: the same seed gives the same run. Only
   * tokens are never the same. Two pairs whose ids and secrets are to differ need two seeds.
   */
  public SimulatedPairBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Sets how both appliances answer where sources are silent. The defaults unless set. */
  public SimulatedPairBuilder api(ApiSettings api) {
    this.api = requireNonNull(api, "api");
    return this;
  }

  /**
   * Builds the pair. Opens no connection, starts no thread.
   *
   * @throws IllegalStateException if a setting makes no sense; the message names it
   */
  public SimulatedPair build() {
    if (dataSyncDuration != null) {
      checkSpan("dataSyncDuration", dataSyncDuration);
    }
    checkSpan("swapMoment", swapMoment);
    checkSpan("lastDataSyncAge", lastDataSyncAge);
    if (backupBytes < 1) {
      throw new IllegalStateException("backupBytes is " + backupBytes + ", must be 1 or more");
    }
    if (dataBytes < 0) {
      throw new IllegalStateException("dataBytes is " + dataBytes + ", must be 0 or more");
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
            established,
            trafficNode,
            version,
            cutover,
            backupSettingsOfA == null ? BackupDefaults.ofA(cutover) : backupSettingsOfA,
            backupSettingsOfB == null ? BackupDefaults.ofB(cutover) : backupSettingsOfB,
            users,
            dataBytes,
            line,
            dataSyncDuration,
            swapMoment,
            lastDataSyncAge,
            backupBytes,
            assumptions,
            seed,
            api));
  }

  private String checkedSiteName() {
    try {
      return new ApplianceAddress("127.0.0.1", 443, siteName, true).name();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("siteName is not usable: " + e.getMessage(), e);
    }
  }

  private static void checkSpan(String name, Duration span) {
    if (span.isNegative() || span.compareTo(LONGEST_SPAN) > 0) {
      throw new IllegalStateException(
          name + " is " + span + ", must not be negative, and at most " + LONGEST_SPAN);
    }
  }
}
