// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One appliance of a simulated pair. It is made by {@link SimulatedPair}.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SimulatedAppliance {

  /** How many calls an appliance remembers; it forgets the oldest ones first. */
  public static final int REMEMBERED_CALLS = 10_000;

  private static final Duration GREATEST_SKEW = Duration.ofDays(36_525);

  private final SimulatedPair pair;
  private final ApplianceState state;
  private final FailoverPage failoverPage;
  private final NetworkPage networkPage;
  private final SimulatedApi api;
  private int roleChangesReceived;

  SimulatedAppliance(SimulatedPair pair, ApplianceState state) {
    this.pair = pair;
    this.state = state;
    this.failoverPage = new FailoverPage(pair, state);
    this.networkPage = new NetworkPage(pair, state);
    this.api = new SimulatedApi(pair, this);
  }

  /** Returns the identity, which it keeps in whatever role. */
  public ApplianceId id() {
    return state.id();
  }

  /** Returns its short name: {@code a} or {@code b}. */
  public String label() {
    return state.label();
  }

  /** Returns the appliance's own host name, which is not the name of the site. */
  public String hostName() {
    return state.hostName();
  }

  /** Returns the role that it plays now. */
  public FailoverRole failoverRole() {
    return pair.locked(state::role);
  }

  /** Returns its page Failover in /login: settings, buttons, status history. */
  public FailoverPage failoverPage() {
    return failoverPage;
  }

  /** Returns its page for IP addresses in /appliance. */
  public NetworkPage networkPage() {
    return networkPage;
  }

  /**
   * Returns what it would say of itself now, whether or not anybody can reach it.
   *
   * @source D-HEALTH (elements), S-V2 (the sync fields are those of a primary; a switch), W-RAGMOB
   *     (a single appliance has none)
   */
  public ApplianceHealth health() {
    return pair.locked(state::health);
  }

  /**
   * Carries out the command {@code check_health}. What it says may be a minute old, if the pair is
   * set so ({@link AssumedSwitch#HEALTH_CACHE}).
   *
   * @source D-HEALTH, D-V2HEALTH (cached: said of version 2 of the API)
   */
  public ApplianceHealth checkHealth() {
    return pair.locked(state::answeredHealth);
  }

  /**
   * Carries out the command {@code get_appliances}.
   *
   * @source D-APPL (both appliances of a pair, all of a cluster), D-ATLAS (roles in a cluster);
   *     assumed: how a peer out of reach is listed, a switch
   */
  public List<ListedAppliance> listAppliances() {
    return pair.locked(() -> ApplianceList.of(state, pair.machine()));
  }

  /** Returns how many sessions of users run on it. */
  public int connectedSessions() {
    return pair.locked(() -> pair.machine().sessions().openOn(state));
  }

  /** Makes its check of itself fail, for these reasons. */
  public void ails(String... reasons) {
    List<String> messages = List.of(reasons);
    pair.under(() -> state.ails(true, messages));
  }

  /** Makes its check of itself go well again. */
  public void recovers() {
    pair.under(() -> state.ails(false, List.of()));
  }

  /** Returns the version that it runs. */
  public ApplianceVersion version() {
    return pair.locked(state::version);
  }

  /**
   * Has it run another version from now on, as after an upgrade.
   *
   * @throws IllegalArgumentException if it is no version
   * @throws IllegalStateException if it is off
   */
  public void upgrade(String version) {
    ApplianceVersion next = ApplianceVersion.parse(version);
    pair.under(
        () -> {
          state.checkOn();
          state.version(next);
        });
  }

  /** Returns what its own clock shows. */
  public Instant clock() {
    return pair.locked(state::clock);
  }

  /**
   * Makes its clock wrong.
   *
   * @param skew how far it is ahead, at most 36,525 days; negative if it is behind
   * @throws IllegalArgumentException if it is further
   */
  public void clockSkew(Duration skew) {
    if (requireNonNull(skew, "skew").abs().compareTo(GREATEST_SKEW) > 0) {
      throw new IllegalArgumentException("skew is " + skew + ", must be at most " + GREATEST_SKEW);
    }
    pair.under(() -> state.clockSkew(skew));
  }

  /** Returns the data that it holds now. */
  public SimulatedData data() {
    return pair.locked(
        () -> state.data().snapshot(new DataSize(pair.machine().settings()).of(state.data())));
  }

  /** Returns the number of the last change of the settings of /login that it holds now. */
  public int settingsGeneration() {
    return pair.locked(() -> state.data().last(HeldData.SETTINGS));
  }

  /**
   * Changes the settings of /login on it, as an administrator does.
   *
   * @return the number of the change
   * @throws IllegalStateException if it is off
   */
  public int changeSettings() {
    return change(HeldData.SETTINGS);
  }

  /**
   * Changes one kind of its data.
   *
   * @param kind a kind of data that {@code io.github.bseries.core.sync.SyncCoverage} knows of
   * @return the number of the change
   * @throws IllegalArgumentException if there is no such kind
   * @throws IllegalStateException if it is off
   */
  public int change(String kind) {
    requireNonNull(kind, "kind");
    return pair.locked(
        () -> {
          state.checkOn();
          int item = pair.machine().create(state, kind);
          pair.machine().note(state, "gets change " + item + " of " + kind);
          return item;
        });
  }

  /**
   * Takes over one kind of data as the peer has it, by hand: a certificate, the inter-appliance
   * key, what else no data sync copies.
   *
   * @throws IllegalArgumentException if there is no such kind
   * @throws IllegalStateException if this is a single appliance, or one of the two is off
   */
  public void mirrorByHand(String kind) {
    requireNonNull(kind, "kind");
    pair.under(
        () -> {
          ApplianceState peer = pair.machine().peerOf(state);
          if (peer == null) {
            throw new IllegalStateException("there is no peer: this is a single appliance");
          }
          state.checkOn();
          peer.checkOn();
          state.data().mirror(kind, peer.data());
          pair.machine().note(state, "takes over " + kind + " by hand");
        });
  }

  /** Returns whether it is switched on. */
  public boolean isOn() {
    return pair.locked(state::isOn);
  }

  /**
   * Switches it off, as if the power were cut. It keeps its role; whether it keeps its tokens is a
   * switch.
   *
   * @source assumed: what outlives a restart, no source says
   */
  public void powerOff() {
    pair.under(() -> state.power(false));
  }

  /**
   * Switches it on again; which role it then has is a switch.
   *
   * @source assumed: S1 has two primaries after lost connectivity; what a restarted one believes it
   *     is, no source says
   */
  public void powerOn() {
    pair.under(() -> state.power(true));
  }

  /** Enables the shared IP of the pair on this appliance by hand, if it knows the address. */
  public void enableSharedIp() {
    networkPage.enableSharedIp(true);
  }

  /** Disables the shared IP of the pair on this appliance by hand. */
  public void disableSharedIp() {
    networkPage.enableSharedIp(false);
  }

  /**
   * Carries out the command {@code set_failover_role}.
   *
   * @param wanted primary or backup
   * @param dataSyncFirst whether the data is copied before the roles change
   * @param force whether to become backup even if the peer cannot be reached; without effect
   *     towards primary
   * @return what it says; the roles change later, as {@link SimulatedPair} tells
   * @throws IllegalArgumentException if {@code wanted} is {@code none}
   * @source D-ROLE (parameters, texts of success); assumed: when it refuses, and that the answer
   *     comes at once
   */
  public CommandAnswer setFailoverRole(FailoverRole wanted, boolean dataSyncFirst, boolean force) {
    if (requireNonNull(wanted, "wanted") == FailoverRole.NONE) {
      throw new IllegalArgumentException("wanted is none, must be primary or backup");
    }
    var order = new FailoverRelation.RoleOrder(wanted, dataSyncFirst, force, true);
    return pair.locked(
        () -> {
          roleChangesReceived++;
          return pair.machine().relation().setFailoverRole(state, order);
        });
  }

  /**
   * Returns how many requests to change a role arrived here, whatever became of them: those that
   * were refused and those that met a fault are among them.
   */
  public int roleChangesReceived() {
    return pair.locked(() -> roleChangesReceived);
  }

  /** Returns its door: tokens, permissions, limits, and the switch of the XML API. */
  public SimulatedApi api() {
    return api;
  }

  /**
   * Issues a token; the thirty-first of an account makes its oldest one invalid.
   *
   * @return the token; empty if it is refused
   * @source D-AUTH, S-CFG
   */
  public Optional<String> issueToken(String clientId, String clientSecret) {
    return Optional.ofNullable(api.requestToken(clientId, clientSecret, null, null).token());
  }

  /** Returns whether this appliance accepts the token now, see {@link SimulatedApi}. */
  public boolean isTokenValid(String token) {
    return api.isTokenValid(token);
  }

  /** Makes all tokens of this appliance invalid at once. */
  public void invalidateTokens() {
    api.invalidateTokens();
  }

  /**
   * Returns the backup file as it is now.
   *
   * @return the file; empty if this appliance is backup and the pair is set to give none then
   * @source D-BACKUP; assumed: whether an appliance gives one while it is backup
   */
  public Optional<SimulatedBackup> backup() {
    PairSettings settings = pair.settings();
    boolean refuses = settings.assumptions().include(AssumedBehaviour.BACKUP_REFUSES_FILES);
    if (refuses && failoverRole() == FailoverRole.BACKUP) {
      return Optional.empty();
    }
    long bytes = settings.backupBytes();
    var values = new SeededValues(settings.seed(), "backup " + label() + " " + bytes);
    return Optional.of(new SimulatedBackup(values, bytes));
  }

  /**
   * Makes the next call misbehave, whatever it calls, as long as the fault can act on it. Faults
   * wait in order, and each is used up by the first call that it fits and can act on.
   *
   * @return the id by which the fault can be removed, see {@link SimulatedPair#callFaults}
   */
  public String misbehaves(ApplianceFault fault) {
    return misbehaves(FaultRule.once(fault));
  }

  /**
   * Makes the next call of this kind misbehave; otherwise as {@link #misbehaves} does.
   *
   * @throws IllegalArgumentException if the fault cannot act on calls of this kind
   */
  public String misbehaves(CallKind kind, ApplianceFault fault) {
    return misbehaves(FaultRule.once(fault).on(CallMatch.ANY.of(kind)));
  }

  /**
   * Makes calls to this appliance misbehave as the rule says.
   *
   * @throws IllegalArgumentException if the rule is meant for the other appliance
   */
  public String misbehaves(FaultRule rule) {
    return pair.callFaults().place(rule.on(CallMatch.ANY.at(label())));
  }

  /** Returns the calls that arrived here, the oldest one first. */
  public List<RecordedCall> recordedCalls() {
    return api.recordedCalls();
  }

  void countRoleChange() {
    roleChangesReceived++;
  }

  ApplianceState state() {
    return state;
  }

  /** Returns the label and the id. */
  @Override
  public String toString() {
    return "SimulatedAppliance[" + label() + ", " + id() + "]";
  }
}
