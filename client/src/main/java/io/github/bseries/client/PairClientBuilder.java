// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Collects the addresses of a pair. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class PairClientBuilder {

  private final ApplianceClientBuilder common;
  private @Nullable ApplianceAddress primary;
  private @Nullable ApplianceAddress backup;
  private @Nullable ApplianceAddress site;
  private Duration pollInterval = Duration.ofSeconds(5);
  private Duration healthCache = Duration.ofMinutes(1);
  private @Nullable Waiter waiter;
  private @Nullable Path historyFile;

  PairClientBuilder(ApplianceClientBuilder common) {
    this.common = common;
  }

  /** Sets the own address of the normal primary. Required. */
  public PairClientBuilder primary(ApplianceAddress address) {
    this.primary = requireNonNull(address, "address");
    return this;
  }

  /** Sets the own address of the normal backup. Required. */
  public PairClientBuilder backup(ApplianceAddress address) {
    this.backup = requireNonNull(address, "address");
    return this;
  }

  /** Sets the address of the site, where users go. Without it, nobody looks there. */
  public PairClientBuilder site(ApplianceAddress address) {
    this.site = requireNonNull(address, "address");
    return this;
  }

  /**
   * Sets how long to wait between two looks at least; 5 seconds unless set. A wait takes no more
   * than half of the calls that the account has in an hour, nor of those that an appliance said are
   * left, and slows down for that, to one look in 5 minutes at most.
   *
   * @param pollInterval longer than zero
   * @source D-JSON (15,000 calls an hour)
   */
  public PairClientBuilder pollInterval(Duration pollInterval) {
    this.pollInterval = requireNonNull(pollInterval, "pollInterval");
    return this;
  }

  /**
   * Sets how old the health may be that an appliance tells; a minute unless set.
   *
   * @param healthCache zero or more; zero for appliances that are known to keep none
   * @source D-V2HEALTH (a minute; assumed for the XML API too)
   */
  public PairClientBuilder healthCache(Duration healthCache) {
    this.healthCache = requireNonNull(healthCache, "healthCache");
    return this;
  }

  /**
   * Sets the file in which the memory of the pair is kept: every look is written there, and every
   * role change before it is sent. Without it, the memory ends with this client.
   *
   * <p>Several programs, and several clients of one, may have the same file: each reads and writes
   * it while no other does. Give each pair a file of its own.
   *
   * @param file a {@link io.github.bseries.client.file.HistoryFile}; need not exist, its folder
   *     must. A lock file is made beside it
   */
  public PairClientBuilder historyFile(Path file) {
    this.historyFile = requireNonNull(file, "file");
    return this;
  }

  /** Sets what lets time pass between two looks. That of the common settings unless set. */
  public PairClientBuilder waiter(Waiter waiter) {
    this.waiter = requireNonNull(waiter, "waiter");
    return this;
  }

  /**
   * Builds the client. Opens no connection.
   *
   * @throws IllegalStateException if an address is missing, if both are the same, or if a common
   *     setting is wrong; the message names it
   * @throws IllegalArgumentException if the trusted certificates cannot be read
   */
  public PairClient build() {
    ApplianceAddress one = primary;
    ApplianceAddress other = backup;
    if (one == null || other == null) {
      throw new IllegalStateException(
          "the address of the normal " + (one == null ? "primary" : "backup") + " is required");
    }
    ApiAccount account = common.account();
    if (account == null) {
      throw new IllegalStateException("account is required");
    }
    if (one.host().equals(other.host()) && one.port() == other.port()) {
      throw new IllegalStateException(
          "primary and backup have the same address " + one + "; each needs its own");
    }
    if (pollInterval.isNegative() || pollInterval.isZero()) {
      throw new IllegalStateException("pollInterval is " + pollInterval + ", must be above zero");
    }
    if (healthCache.isNegative()) {
      throw new IllegalStateException("healthCache is " + healthCache + ", must be 0 or more");
    }
    return new PairClient(this, one, other, account.limits());
  }

  ApplianceClientBuilder common() {
    return common;
  }

  @Nullable ApplianceAddress site() {
    return site;
  }

  Duration pollInterval() {
    return pollInterval;
  }

  Duration healthCache() {
    return healthCache;
  }

  Waiter waiter() {
    Waiter own = waiter;
    return own == null ? common.waiter() : own;
  }

  @Nullable Path historyFile() {
    return historyFile;
  }
}
