// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.core.pair.SiteObservation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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
  private final CertificateLooks certificates;
  private final Duration pollInterval;
  private final Waiter waiter;
  private final LongSupplier nanoTime;
  private final ExecutorService looks = Executors.newCachedThreadPool(threads());

  private PairClient(
      Builder builder,
      ApplianceClient primary,
      ApplianceClient backup,
      @Nullable ApplianceClient site) {
    this.primary = primary;
    this.backup = backup;
    this.site = site;
    this.certificates =
        new CertificateLooks(
            builder.common.certificateProbe(),
            primary.address(),
            backup.address(),
            site == null ? null : site.address());
    this.pollInterval = builder.pollInterval;
    Waiter own = builder.waiter;
    this.waiter = own == null ? builder.common.waiter() : own;
    this.nanoTime = builder.common.nanoTime();
  }

  /**
   * Returns a builder.
   *
   * @param common what holds for every client of the pair: account, trusted certificates, timeouts.
   *     An address in it does not matter
   */
  public static Builder builder(ApplianceClientBuilder common) {
    return new Builder(requireNonNull(common, "common"));
  }

  /**
   * Looks at both appliances and at the site, at the same time.
   *
   * @return what came of it; never throws for what the network or an appliance does. It takes as
   *     long as the slowest of them, and no longer than a call may take with its repeats
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

  /**
   * Looks at the certificates that both appliances show at their own addresses, for the name of the
   * site and without a name. After a failover clients connect only if the two are identical.
   *
   * <p>It looks at any certificate, trusted or not, and sends nothing but the handshake: no request
   * and no credentials. The name is that of the site's address, or else the one under which both
   * appliances are called.
   *
   * @return what was seen, to be given to {@code PairFacts}; never throws for what the network or
   *     an appliance does. It takes up to the connect timeout three times: for the look-up, the
   *     connection to each address, and the handshake
   * @throws IllegalStateException if the name of the site is not known, or this client is closed
   * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance"
   */
  public CertificateComparison compareCertificates() {
    return certificates.compare(looks);
  }

  /**
   * Looks again and again until a role change is seen to be done: the appliance that was asked has
   * its role, and the other one has the other.
   *
   * <p>There is nothing else to wait for: an appliance tells neither of a sync that is running nor
   * of its end. On the way both are backup for a moment, and one or the other may be silent.
   *
   * @param request what was asked for
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen. An interrupt ends the wait undecided, and stays set; it takes
   *     effect when the looks underway have ended
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   * @source S1 "Perform Failover for Planned Maintenance" (both are backup for a moment)
   */
  public Awaited awaitRoles(
      RoleChangeRequest request, Duration deadline, Consumer<? super PairSnapshot> onLook) {
    requireNonNull(request, "request");
    return await(
        look -> isReached(request, look), look -> missing(request, look), deadline, onLook);
  }

  /**
   * Looks again and again until a look shows what is wanted.
   *
   * @param wanted tells whether a look shows it
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen. An interrupt ends the wait undecided, and stays set; it takes
   *     effect when the looks underway have ended
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   */
  public Awaited awaitLook(
      Predicate<? super PairSnapshot> wanted,
      Duration deadline,
      Consumer<? super PairSnapshot> onLook) {
    requireNonNull(wanted, "wanted");
    return await(wanted, look -> "what was waited for was not seen", deadline, onLook);
  }

  private Awaited await(
      Predicate<? super PairSnapshot> wanted,
      Function<PairSnapshot, String> missing,
      Duration deadline,
      Consumer<? super PairSnapshot> onLook) {
    requireNonNull(onLook, "onLook");
    if (requireNonNull(deadline, "deadline").isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline is " + deadline + ", must be above zero");
    }
    long start = nanoTime.getAsLong();
    while (true) {
      PairSnapshot look = observe();
      onLook.accept(look);
      Duration waited = Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - start));
      if (wanted.test(look)) {
        return new Awaited.Reached(look, waited);
      }
      Duration left = deadline.minus(waited);
      if (left.isNegative() || left.isZero()) {
        return new Awaited.Undecided(look, waited, missing.apply(look));
      }
      if (isInterrupted(left.compareTo(pollInterval) < 0 ? left : pollInterval)) {
        return new Awaited.Undecided(look, waited, "the waiting thread was interrupted");
      }
    }
  }

  private boolean isInterrupted(Duration pause) {
    if (Thread.currentThread().isInterrupted()) {
      return true;
    }
    try {
      waiter.await(pause);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Finds out at both appliances, at the same time, whether the account can do what it is meant to.
   *
   * @param needs what the account is meant to do, one at least
   * @return what {@link ApplianceClient#checkAccess} found at each, and whether they are two
   * @throws IllegalArgumentException if there is no need
   * @throws IllegalStateException if this client is closed
   */
  public PairAccess checkAccess(AccessNeed... needs) {
    return PairAccess.ask(primary, backup, looks, needs);
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
    certificates.close();
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

  private static boolean isReached(RoleChangeRequest request, PairSnapshot look) {
    return look.layout() == RoleLayout.ONE_PRIMARY
        && look.roleOf(request.target()).equals(Optional.of(request.role()));
  }

  private static String missing(RoleChangeRequest request, PairSnapshot look) {
    return switch (look.layout()) {
      case ONE_PRIMARY ->
          "appliance " + request.target() + " is not " + request.role().literal() + " yet";
      case BOTH_BACKUP -> "both are backup";
      case BOTH_PRIMARY -> "both are primary";
      case NOT_PAIRED -> "an appliance stands in no failover relationship";
      case PARTLY_SEEN -> "not both roles could be read, so there may be two primaries or none";
    };
  }

  private CompletableFuture<Observation> look(ApplianceClient client) {
    try {
      return CompletableFuture.supplyAsync(client::observe, looks);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException(this + " is closed", e);
    }
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

    private final ApplianceClientBuilder common;
    private @Nullable ApplianceAddress primary;
    private @Nullable ApplianceAddress backup;
    private @Nullable ApplianceAddress site;
    private Duration pollInterval = Duration.ofSeconds(5);
    private @Nullable Waiter waiter;

    private Builder(ApplianceClientBuilder common) {
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
     * Sets how long to wait between two looks; 5 seconds unless set, which takes a seventh of the
     * calls that an account has in an hour. Health may be up to a minute old, however often it is
     * read.
     *
     * @param pollInterval longer than zero
     * @source D-JSON (15,000 calls an hour), D-V2HEALTH (a minute)
     */
    public Builder pollInterval(Duration pollInterval) {
      this.pollInterval = requireNonNull(pollInterval, "pollInterval");
      return this;
    }

    /** Sets what lets time pass between two looks. That of the common settings unless set. */
    public Builder waiter(Waiter waiter) {
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
      ApplianceAddress third = site;
      if (one == null || other == null) {
        throw new IllegalStateException(
            "the address of the normal " + (one == null ? "primary" : "backup") + " is required");
      }
      if (common.account() == null) {
        throw new IllegalStateException("account is required");
      }
      if (one.host().equals(other.host()) && one.port() == other.port()) {
        throw new IllegalStateException(
            "primary and backup have the same address " + one + "; each needs its own");
      }
      if (pollInterval.isNegative() || pollInterval.isZero()) {
        throw new IllegalStateException("pollInterval is " + pollInterval + ", must be above zero");
      }
      return new PairClient(
          this,
          common.buildAt(one),
          common.buildAt(other),
          third == null ? null : common.buildAt(third));
    }
  }
}
