// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Both appliances of a pair at their own addresses, and the name of the site.
 *
 * <p>Primary and backup mean the normal ones here, whatever their roles are at the moment. Safe for
 * use by several threads; close it when it is not needed any more.
 *
 * @since 0.1
 */
public final class PairClient implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplianceClient primary;
  private final ApplianceClient backup;
  private final @Nullable ApplianceClient site;
  private final ExecutorService looks = Executors.newCachedThreadPool(threads());

  private PairClient(
      ApplianceClient primary, ApplianceClient backup, @Nullable ApplianceClient site) {
    this.primary = primary;
    this.backup = backup;
    this.site = site;
  }

  /**
   * Returns a builder.
   *
   * @param common what holds for every client of the pair: account, trusted certificates, timeouts.
   *     An address in it does not matter
   */
  public static Builder builder(ApplianceClient.Builder common) {
    return new Builder(requireNonNull(common, "common"));
  }

  /**
   * Looks at both appliances and at the site, at the same time.
   *
   * @return what came of it; never throws for what the network or an appliance does. It takes as
   *     long as the slowest of them, and no longer than the timeouts of a token and a call together
   * @throws IllegalStateException if this client is closed
   */
  public PairSnapshot observe() {
    ApplianceClient ofSite = site;
    CompletableFuture<Observation> one = look(primary);
    CompletableFuture<Observation> other = look(backup);
    CompletableFuture<Observation> third = ofSite == null ? null : look(ofSite);
    try {
      return new PairSnapshot(
          one.join(),
          other.join(),
          ofSite == null || third == null
              ? null
              : new SiteObservation(ofSite.address().name(), third.join()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Returns the client of the normal primary. It is closed with this one. */
  public ApplianceClient primary() {
    return primary;
  }

  /** Returns the client of the normal backup. It is closed with this one. */
  public ApplianceClient backup() {
    return backup;
  }

  /** Closes the clients of both appliances and of the site. Twice is fine. */
  @Override
  public void close() {
    looks.shutdown();
    primary.close();
    backup.close();
    ApplianceClient ofSite = site;
    if (ofSite != null) {
      ofSite.close();
    }
  }

  /** Returns the addresses, and nothing of the account. */
  @Override
  public String toString() {
    ApplianceClient ofSite = site;
    return "PairClient["
        + primary.address()
        + ", "
        + backup.address()
        + (ofSite == null ? "" : ", site " + ofSite.address())
        + "]";
  }

  private CompletableFuture<Observation> look(ApplianceClient client) {
    if (looks.isShutdown()) {
      throw new IllegalStateException(this + " is closed");
    }
    return CompletableFuture.supplyAsync(client::observe, looks);
  }

  private static ThreadFactory threads() {
    int pair = COUNT.incrementAndGet();
    AtomicInteger thread = new AtomicInteger();
    return task -> {
      Thread made = new Thread(task, "bseries-pair-" + pair + "-look-" + thread.incrementAndGet());
      made.setDaemon(true);
      return made;
    };
  }

  /**
   * Collects the addresses of a pair. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {

    private final ApplianceClient.Builder common;
    private @Nullable ApplianceAddress primary;
    private @Nullable ApplianceAddress backup;
    private @Nullable ApplianceAddress site;

    private Builder(ApplianceClient.Builder common) {
      this.common = common;
    }

    /** Sets the own address of the normal primary. Required. */
    public Builder primary(ApplianceAddress address) {
      this.primary = requireNonNull(address, "address");
      return this;
    }

    /** Sets the own address of the normal backup. Required. */
    public Builder backup(ApplianceAddress address) {
      this.backup = requireNonNull(address, "address");
      return this;
    }

    /** Sets the address of the site, where users go. Without it, nobody looks there. */
    public Builder site(ApplianceAddress address) {
      this.site = requireNonNull(address, "address");
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
      ApplianceAddress third = site;
      if (one == null || other == null) {
        throw new IllegalStateException(
            "the address of the normal " + (one == null ? "primary" : "backup") + " is required");
      }
      if (one.host().equals(other.host()) && one.port() == other.port()) {
        throw new IllegalStateException(
            "primary and backup have the same address " + one + "; each needs its own");
      }
      return new PairClient(
          common.address(one).build(),
          common.address(other).build(),
          third == null ? null : common.address(third).build());
    }
  }
}
