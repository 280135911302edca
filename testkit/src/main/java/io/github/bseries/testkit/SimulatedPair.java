// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two appliances that stand in for each other, or a single one, as a state machine.
 *
 * <p>The pair has no thread. Whoever looks at it or asks it for something makes it catch up first:
 * what has come due by its time happens, in order, each thing at its own moment. A swap of roles
 * goes through a moment in which both are backup, a data sync takes its time, and both can fail.
 *
 * <p>Safe for use by several threads; everything happens under one lock.
 *
 * @source S1 "Perform Failover for Planned Maintenance" (one role changes after the other), D-ROLE
 *     (data sync first, force)
 * @since 0.1
 */
public final class SimulatedPair {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final PairSettings settings;
  private final Schedule schedule = new Schedule();
  private final SeededValues accountValues;
  private final List<SimulatedAccount> accounts = new ArrayList<>();
  private final SimulatedAppliance a;
  private final @Nullable SimulatedAppliance b;
  private final FailoverRelation relation;
  private @Nullable SimulatedAppliance siteHolder;
  private boolean changed;

  SimulatedPair(PairSettings settings) {
    this.settings = settings;
    this.accountValues = new SeededValues(settings.seed(), "accounts");
    this.accounts.add(SimulatedAccount.from(accountValues));
    this.a = new SimulatedAppliance(this, "a");
    this.b = settings.single() ? null : new SimulatedAppliance(this, "b");
    this.relation = new FailoverRelation(settings, schedule, a, b, this::noteChange);
    noteChange();
    changed = false; // nobody needs to be told of the beginning
    if (settings.time() instanceof SteppableTime steppable) {
      steppable.follow(this::catchUp);
    }
  }

  /** Returns a builder whose settings all have defaults. */
  public static SimulatedPairBuilder builder() {
    return new SimulatedPairBuilder();
  }

  /** Returns a pair with the defaults, on stepped time: {@code a} is primary, {@code b} backup. */
  public static SimulatedPair create() {
    return builder().build();
  }

  /** Returns a single appliance with the role {@code none}, on stepped time. */
  public static SimulatedPair single() {
    return builder().single(true).build();
  }

  /** Returns the time by which the pair lives. */
  public SimulatedTime time() {
    return settings.time();
  }

  /** Returns the public name of the site, in lower case. */
  public String siteName() {
    return settings.siteName();
  }

  /** Returns whether this is one appliance without a peer. */
  public boolean isSingle() {
    return settings.single();
  }

  /** Returns the normal primary, or the single appliance. */
  public SimulatedAppliance a() {
    return a;
  }

  /**
   * Returns the normal backup.
   *
   * @throws IllegalStateException if this is a single appliance
   */
  public SimulatedAppliance b() {
    SimulatedAppliance other = b;
    if (other == null) {
      throw new IllegalStateException("there is no b: this is a single appliance");
    }
    return other;
  }

  /** Returns all appliances: {@code a} and {@code b}, or {@code a} alone. */
  public List<SimulatedAppliance> appliances() {
    SimulatedAppliance other = b;
    return other == null ? List.of(a) : List.of(a, other);
  }

  /** Returns the API account that the site has from the start, with all permissions. */
  public SimulatedAccount account() {
    return locked(() -> accounts.get(0));
  }

  /** Makes one more API account, with all permissions. */
  public SimulatedAccount addAccount() {
    return locked(
        () -> {
          SimulatedAccount account = SimulatedAccount.from(accountValues);
          accounts.add(account);
          return account;
        });
  }

  /**
   * Returns the appliance that users reach under the name of the site: the primary, if it is on;
   * empty while there is none. If both are primary, it is the one that held the name before. A
   * single appliance holds it whenever it is on.
   *
   * @source assumed: S1 says what follows the role by itself (a shared IP) and what people have to
   *     change (DNS, NAT); this is the outcome of either
   */
  public Optional<SimulatedAppliance> siteHolder() {
    return locked(() -> Optional.ofNullable(siteHolder));
  }

  /** Cuts the network between the two appliances; both can still be reached by everybody else. */
  public void cutLink() {
    under(() -> relation.linkUp(false));
  }

  /** Restores the network between the two appliances. */
  public void restoreLink() {
    under(() -> relation.linkUp(true));
  }

  /** Returns whether the two appliances can reach each other as far as the network goes. */
  public boolean isLinkUp() {
    return locked(relation::isLinkUp);
  }

  /**
   * Starts a data sync from the primary to the backup, as somebody does at the failover page.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship" (the button for a sync by hand)
   */
  public CommandAnswer startDataSync() {
    return locked(() -> relation.startDataSync(now()));
  }

  /**
   * Returns whether a data sync or a change of roles is under way, so that no other is accepted.
   */
  public boolean isBusy() {
    return locked(relation::isBusy);
  }

  /**
   * Moves the time of the pair forward, and lets it do what has come due.
   *
   * @param step zero or more
   * @throws IllegalStateException if the time of the pair runs by itself
   */
  public void advance(Duration step) {
    if (!(settings.time() instanceof SteppableTime steppable)) {
      throw new IllegalStateException(
          "the time of this pair runs by itself; it cannot be advanced");
    }
    steppable.advance(step);
  }

  /**
   * Lets the pair do what has come due. Each other method does so too: only who waits for a
   * listener to be called, on a time that runs by itself, has to call this again and again.
   */
  public void catchUp() {
    under(() -> {});
  }

  /**
   * Has {@code listener} run after each change of a role, of power, or of the link. It runs on the
   * thread that noticed the change, outside the lock, and may look at the pair; it sees the state
   * as it is then, not every state that was passed through.
   */
  public void addListener(Runnable listener) {
    listeners.add(requireNonNull(listener, "listener"));
  }

  /** Calls {@code listener} no more. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  PairSettings settings() {
    return settings;
  }

  FailoverRelation relation() {
    return relation;
  }

  Instant now() {
    return settings.time().instant();
  }

  Optional<SimulatedAccount> accountWith(String clientId, String clientSecret) {
    return accounts.stream().filter(it -> it.matches(clientId, clientSecret)).findFirst();
  }

  /** Runs {@code action} under the lock, after what has come due and before what it makes due. */
  <T extends @Nullable Object> T locked(Supplier<T> action) {
    boolean tell = false;
    lock.lock();
    try {
      schedule.runUntil(now());
      T result = action.get();
      schedule.runUntil(now());
      return result;
    } finally {
      if (lock.getHoldCount() == 1) {
        tell = changed;
        changed = false;
      }
      lock.unlock();
      if (tell) {
        listeners.forEach(Runnable::run);
      }
    }
  }

  /** Runs {@code action} as {@link #locked} does. */
  void under(Runnable action) {
    locked(
        () -> {
          action.run();
          return true;
        });
  }

  /** Notes that a role, power or the link changed; called under the lock, at each single change. */
  void noteChange() {
    changed = true;
    SimulatedAppliance holder = siteHolder;
    if (holder == null || !servesUsers(holder)) {
      siteHolder =
          appliances().stream().filter(SimulatedPair::servesUsers).findFirst().orElse(null);
    }
  }

  private static boolean servesUsers(SimulatedAppliance appliance) {
    return appliance.power() && appliance.role() != FailoverRole.BACKUP;
  }

  /** Returns the site and the roles as text. */
  @Override
  public String toString() {
    return "SimulatedPair[" + siteName() + ", " + appliances() + "]";
  }
}
