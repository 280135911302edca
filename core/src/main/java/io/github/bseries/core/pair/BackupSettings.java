// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one appliance has been told on its Failover page, in the words of that page.
 *
 * <p>Each appliance has settings of its own, which no data sync copies. All but the shared IPs
 * count only while it is backup; so those of the normal backup count as a rule, and those of the
 * normal primary while the roles are swapped. Which values the page allows is not documented: what
 * is unwise can be said here, and is for the rules to find.
 *
 * @param backupOperations Enable Backup Operations: whether it probes the primary, syncs data, and
 *     may take over by itself
 * @param primarySiteInstanceTimeout Primary Site Instance Timeout: how long the primary must be out
 *     of reach before this appliance acts, above zero; null if it was not declared
 * @param automaticDataSyncInterval Automatic Data-Sync Interval: the time from one data sync to the
 *     next, above zero; null if it was not declared
 * @param dataSyncBandwidthLimit Data-Sync Bandwidth Limit: the most that a data sync may take of
 *     the line; null if there is no limit, or none was declared. Where both sides differ, that of
 *     the backup counts
 * @param automaticFailover Enable Automatic Failover: whether it may make itself primary
 * @param networkConnectivityTestIps Network Connectivity Test IPs: what it probes to tell a lost
 *     network of its own from a dead primary, in the order of the page; may be empty
 * @param sharedIps Shared IPs: the addresses that are checked on the page, so that they come and go
 *     with the role; may be empty. To be mirrored on the peer by hand
 * @source S1 "Appendix: Administration Settings for Failover" (the settings), S1 "Best Practices
 *     for Primary and Backup Environments" (per side, not synced; the backup's limit counts)
 * @since 0.1
 */
public record BackupSettings(
    boolean backupOperations,
    @Nullable Duration primarySiteInstanceTimeout,
    @Nullable Duration automaticDataSyncInterval,
    @Nullable Bandwidth dataSyncBandwidthLimit,
    boolean automaticFailover,
    List<IpAddress> networkConnectivityTestIps,
    List<IpAddress> sharedIps) {

  /**
   * Keeps copies of the lists.
   *
   * @throws IllegalArgumentException if the timeout or the interval is zero or less
   */
  public BackupSettings {
    checkAboveZero("primarySiteInstanceTimeout", primarySiteInstanceTimeout);
    checkAboveZero("automaticDataSyncInterval", automaticDataSyncInterval);
    networkConnectivityTestIps =
        List.copyOf(requireNonNull(networkConnectivityTestIps, "networkConnectivityTestIps"));
    sharedIps = List.copyOf(requireNonNull(sharedIps, "sharedIps"));
  }

  private static void checkAboveZero(String component, @Nullable Duration duration) {
    if (duration != null && (duration.isZero() || duration.isNegative())) {
      throw new IllegalArgumentException(component + " is " + duration + ", must be above zero");
    }
  }

  /** Returns a builder in which everything is off, empty or not declared. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Collects what stands on the page. Not safe for use by several threads; may be reused after a
   * build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private boolean backupOperations;
    private @Nullable Duration primarySiteInstanceTimeout;
    private @Nullable Duration automaticDataSyncInterval;
    private @Nullable Bandwidth dataSyncBandwidthLimit;
    private boolean automaticFailover;
    private List<IpAddress> networkConnectivityTestIps = List.of();
    private List<IpAddress> sharedIps = List.of();

    private Builder() {}

    /** Sets Enable Backup Operations. Off unless set. */
    public Builder backupOperations(boolean enabled) {
      this.backupOperations = enabled;
      return this;
    }

    /**
     * Sets Primary Site Instance Timeout. Not declared unless set.
     *
     * @param timeout above zero
     */
    public Builder primarySiteInstanceTimeout(Duration timeout) {
      this.primarySiteInstanceTimeout = requireNonNull(timeout, "primarySiteInstanceTimeout");
      return this;
    }

    /**
     * Sets Automatic Data-Sync Interval. Not declared unless set.
     *
     * @param interval above zero
     */
    public Builder automaticDataSyncInterval(Duration interval) {
      this.automaticDataSyncInterval = requireNonNull(interval, "automaticDataSyncInterval");
      return this;
    }

    /** Sets Data-Sync Bandwidth Limit. None unless set. */
    public Builder dataSyncBandwidthLimit(Bandwidth limit) {
      this.dataSyncBandwidthLimit = requireNonNull(limit, "dataSyncBandwidthLimit");
      return this;
    }

    /** Sets Enable Automatic Failover. Off unless set. */
    public Builder automaticFailover(boolean enabled) {
      this.automaticFailover = enabled;
      return this;
    }

    /**
     * Sets Network Connectivity Test IPs. None unless set.
     *
     * @throws IllegalArgumentException if one of the texts is no IP address
     */
    public Builder networkConnectivityTestIps(String... ips) {
      this.networkConnectivityTestIps = List.of(ips).stream().map(IpAddress::parse).toList();
      return this;
    }

    /**
     * Sets the Shared IPs that are checked. None unless set.
     *
     * @throws IllegalArgumentException if one of the texts is no IP address
     */
    public Builder sharedIps(String... ips) {
      this.sharedIps = List.of(ips).stream().map(IpAddress::parse).toList();
      return this;
    }

    /**
     * Returns the settings.
     *
     * @throws IllegalArgumentException if the timeout or the interval is zero or less
     */
    public BackupSettings build() {
      return new BackupSettings(
          backupOperations,
          primarySiteInstanceTimeout,
          automaticDataSyncInterval,
          dataSyncBandwidthLimit,
          automaticFailover,
          networkConnectivityTestIps,
          sharedIps);
    }
  }
}
