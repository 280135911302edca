// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
  private final PairListeners listeners = new PairListeners();
  private final PairSettings settings;
  private final PairMachine machine;
  private final SeededValues accountValues;
  private final List<SimulatedAccount> accounts = new ArrayList<>();
  private final CallFaults callFaults;
  private final List<SimulatedAppliance> appliances;

  SimulatedPair(PairSettings settings) {
    this.settings = settings;
    this.accountValues = new SeededValues(settings.seed(), "accounts");
    this.accounts.add(SimulatedAccount.from(accountValues));
    this.machine = new PairMachine(settings);
    this.callFaults = new CallFaults(this);
    this.appliances =
        machine.appliances().stream().map(each -> new SimulatedAppliance(this, each)).toList();
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

  /**
   * Returns variants of what is assumed, so that every two behaviours that do not exclude each
   * other meet in one of them. A client that is right passes its tests with each: {@code
   * SimulatedPair.builder().assumptions(variant).build()}.
   */
  public static List<Assumptions> plausible() {
    return Assumptions.plausible();
  }

  /** Returns what is assumed where the sources leave it open. */
  public Assumptions assumptions() {
    return settings.assumptions();
  }

  /** Returns the time by which the pair lives. */
  public SimulatedTime time() {
    return settings.time();
  }

  /** Returns what the users do; empty if there are none. */
  public Optional<SimulatedUsers> users() {
    return Optional.ofNullable(settings.users());
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
    return appliances.get(0);
  }

  /**
   * Returns the normal backup.
   *
   * @throws IllegalStateException if this is a single appliance
   */
  public SimulatedAppliance b() {
    if (appliances.size() < 2) {
      throw new IllegalStateException("there is no b: this is a single appliance");
    }
    return appliances.get(1);
  }

  /** Returns all appliances: {@code a} and {@code b}, or {@code a} alone. */
  public List<SimulatedAppliance> appliances() {
    return appliances;
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

  /** Returns the API accounts that the site has, the first one first. */
  public List<SimulatedAccount> accounts() {
    return locked(() -> List.copyOf(accounts));
  }

  /** Returns the faults that are in force, to place and to remove some. */
  public CallFaults callFaults() {
    return callFaults;
  }

  /**
   * Returns the appliance to which the name of the site leads; empty while nobody is there. With a
   * shared IP it is the one that has it enabled, or of two the one that had it first; with a DNS or
   * NAT swing it is the one that was pointed at. A backup that is found there serves no users. A
   * single appliance holds the site whenever it is on.
   *
   * @source S1 "Methods of Network Configuration for B Series Appliance Failover", S2 "Failover and
   *     Spare B Series Appliances" (a backup accepts no connections); assumed: who of two with the
   *     shared IP is reached
   */
  public Optional<SimulatedAppliance> siteHolder() {
    return locked(() -> Optional.ofNullable(machine.site().holder()).map(this::faceOf));
  }

  /**
   * Points the record or the rule of the site at another appliance: a DNS or NAT swing. A rule
   * counts at once, a record when its time to live is over.
   *
   * @throws IllegalArgumentException if {@code to} is not one of this pair
   * @throws IllegalStateException if the pair has a shared IP, so that nothing can be swung
   * @source S1 "Set Up DNS Swing for Failover B Series Appliance Configuration", S1 "Set Up NAT
   *     Swing for Failover B Series Appliance Configuration"
   */
  public void swingSite(SimulatedAppliance to) {
    if (!appliances.contains(requireNonNull(to, "to"))) {
      throw new IllegalArgumentException(to + " is not one of this pair");
    }
    if (settings.sharedIp() != null) {
      throw new IllegalStateException(
          "this pair has a shared IP, nothing can be swung; set cutover(...) for a DNS or NAT"
              + " swing");
    }
    under(() -> machine.site().swingTo(to.state()));
  }

  /** Cuts the network between the two appliances; both can still be reached by everybody else. */
  public void cutLink() {
    changeLink(SimulatedLink.PEERS, LinkState.CUT);
  }

  /** Restores the network between the two appliances. */
  public void restoreLink() {
    changeLink(SimulatedLink.PEERS, LinkState.UP);
  }

  /** Returns whether the two appliances can reach each other as far as the network goes. */
  public boolean isLinkUp() {
    return linkState(SimulatedLink.PEERS).carries();
  }

  /** Has a link do this from now on. */
  public void changeLink(SimulatedLink link, LinkState state) {
    requireNonNull(link, "link");
    requireNonNull(state, "state");
    under(() -> machine.link(link, state));
  }

  /** Returns what a link does now; a link that nobody changed is up. */
  public LinkState linkState(SimulatedLink link) {
    requireNonNull(link, "link");
    return locked(() -> machine.link(link));
  }

  /** Returns the links that are not up, in the order of their names. */
  public Map<SimulatedLink, LinkState> disturbedLinks() {
    return locked(machine::disturbedLinks);
  }

  /** Has the pair fail in this way the next time that it can. */
  public void suffers(PairFault fault) {
    suffers(fault, 1);
  }

  /**
   * Has the pair fail in this way the next times that it can.
   *
   * @param times 1 or more; {@link Integer#MAX_VALUE} until {@link #endures}
   * @throws IllegalArgumentException if {@code times} is below 1
   */
  public void suffers(PairFault fault, int times) {
    requireNonNull(fault, "fault");
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + ", must be 1 or more");
    }
    under(() -> machine.faults().expect(fault, times, 1));
  }

  /**
   * Has the pair fail in this way now and then, until {@link #endures}; the seed of the pair
   * decides when.
   *
   * @param probability 0 to 1
   * @throws IllegalArgumentException if {@code probability} is out of range
   */
  public void suffersNowAndThen(PairFault fault, double probability) {
    requireNonNull(fault, "fault");
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", must be 0 to 1");
    }
    under(() -> machine.faults().expect(fault, Integer.MAX_VALUE, probability));
  }

  /** Has the pair fail in this way no more; what has failed stays failed. */
  public void endures(PairFault fault) {
    requireNonNull(fault, "fault");
    under(() -> machine.faults().forget(fault));
  }

  /** Returns the ways in which the pair is still to fail, in the order of the constants. */
  public Set<PairFault> awaitedFaults() {
    return locked(() -> machine.faults().waiting());
  }

  /**
   * Starts a data sync from the primary to the backup, as somebody does at the failover page.
   *
   * @source S1 "Establish the Primary/Backup Failover Relationship" (the button for a sync by hand)
   */
  public CommandAnswer startDataSync() {
    return locked(() -> machine.relation().startDataSync());
  }

  /**
   * Returns whether a data sync or a change of roles is under way, so that no other is accepted.
   */
  public boolean isBusy() {
    return locked(() -> machine.relation().isBusy() || machine.syncs().isRunning());
  }

  /** Returns what became of users and data since the pair was built. */
  public PairOutcome outcome() {
    return locked(machine::outcome);
  }

  /**
   * Returns what happened since the pair was built, one line for each thing, as text. The same seed
   * and the same calls give the same text, byte for byte. Of a long life, the last 100,000 lines
   * are kept.
   */
  public String history() {
    return locked(() -> machine.timeline().text());
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
   * listener to be called, on a time that runs by itself, has to call this again and again. When it
   * returns, each listener has run after all that came due until now, whoever noticed it first.
   */
  public void catchUp() {
    listeners.tellOnce(locked(machine::changeCount));
  }

  /**
   * Has {@code listener} run after each change: of a role, of power, of a link, of a data sync, of
   * the faults in force. It runs on the thread that noticed the change, or on one that waits for
   * its having run, perhaps on both at once; outside the lock, so it may look at the pair. It sees
   * the state as it is then, not every state that was passed through. What it throws is logged: it
   * comes out of no call, and the other listeners run all the same.
   */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Calls {@code listener} no more. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /**
   * Runs {@code action} in one moment of the pair: nothing else happens meanwhile. All that it
   * reads fits together; what it changes is noticed by others, and by listeners, as one change. It
   * must not wait for another thread that uses the pair.
   *
   * @param action gets that moment
   * @return what the action returns
   */
  public <T extends @Nullable Object> T atOneMoment(Function<Instant, T> action) {
    requireNonNull(action, "action");
    return locked(() -> action.apply(machine.moment()));
  }

  PairSettings settings() {
    return settings;
  }

  PairMachine machine() {
    return machine;
  }

  Optional<SimulatedAccount> accountOf(String clientId) {
    return accounts.stream().filter(it -> it.clientId().equals(clientId)).findFirst();
  }

  /** Runs {@code action} under the lock, after what has come due and before what it makes due. */
  <T extends @Nullable Object> T locked(Supplier<T> action) {
    long news = 0;
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        return action.get(); // it is the same moment still
      }
      Instant now = settings.time().instant();
      machine.schedule().runUntil(now);
      T result = action.get();
      machine.schedule().runUntil(now);
      return result;
    } finally {
      if (lock.getHoldCount() == 1) {
        news = machine.takeNews();
      }
      lock.unlock();
      if (news > 0) {
        listeners.tell(news);
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

  private SimulatedAppliance faceOf(ApplianceState state) {
    return appliances.stream().filter(each -> each.state() == state).findFirst().orElseThrow();
  }

  /** Returns the site and the appliances as text. */
  @Override
  public String toString() {
    return "SimulatedPair[" + siteName() + ", " + appliances() + "]";
  }
}
