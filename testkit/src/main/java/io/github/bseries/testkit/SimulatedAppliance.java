// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  private static final DateTimeFormatter SYNC_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SimulatedPair pair;
  private final String label;
  private final ApplianceId id;
  private final IssuedTokens tokens;
  private final Deque<RecordedCall> calls = new ArrayDeque<>();
  private final List<WaitingFault> faults = new ArrayList<>();
  private List<String> errorMessages = List.of();
  private boolean ailing;
  private boolean on = true;
  private boolean sharedIpEnabled;
  private FailoverRole role;
  private int roleChangesReceived;
  private @Nullable Instant syncTime;
  private String syncStatus = "";

  SimulatedAppliance(SimulatedPair pair, String label) {
    PairSettings settings = pair.settings();
    this.pair = pair;
    this.label = label;
    this.id = new ApplianceId(new SeededValues(settings.seed(), "id " + label).hex(32));
    this.tokens = new IssuedTokens(new SeededValues(settings.seed(), "tokens " + label));
    boolean first = label.equals("a");
    this.role = first ? FailoverRole.PRIMARY : FailoverRole.BACKUP;
    this.sharedIpEnabled = first;
    if (settings.single()) {
      this.role = FailoverRole.NONE;
    } else {
      dataSyncSucceeded(pair.now().minus(settings.lastDataSyncAge()));
    }
  }

  /** Returns the identity, which it keeps in whatever role. */
  public ApplianceId id() {
    return id;
  }

  /** Returns the appliance's own host name, which is not the name of the site. */
  public String hostName() {
    return "appliance-" + label;
  }

  /** Returns the role that it plays now. */
  public FailoverRole failoverRole() {
    return pair.locked(() -> role);
  }

  /**
   * Returns what it says of itself, whether or not anybody can reach it.
   *
   * @source D-HEALTH (elements), S-V2 (the sync fields are those of a primary; a setting of the
   *     pair), W-RAGMOB (a single appliance has none)
   */
  public ApplianceHealth health() {
    return pair.locked(
        () ->
            new ApplianceHealth(
                id,
                hostName(),
                pair.settings().version(),
                !ailing,
                errorMessages,
                role,
                enabledSharedIps(),
                shownDataSync()));
  }

  /** Makes its check of itself fail, for these reasons. */
  public void ails(String... reasons) {
    List<String> messages = List.of(reasons);
    pair.under(
        () -> {
          errorMessages = messages;
          ailing = true;
        });
  }

  /** Makes its check of itself go well again. */
  public void recovers() {
    pair.under(
        () -> {
          errorMessages = List.of();
          ailing = false;
        });
  }

  /** Returns whether it is switched on. */
  public boolean isOn() {
    return pair.locked(() -> on);
  }

  /**
   * Switches it off, as if the power were cut. It keeps its role, and forgets its tokens.
   *
   * @source assumed: what outlives a restart, no source says
   */
  public void powerOff() {
    power(false);
  }

  /**
   * Switches it on again, with the role that it had.
   *
   * @source assumed: S1 has two primaries after lost connectivity; what a restarted one believes it
   *     is, no source says
   */
  public void powerOn() {
    power(true);
  }

  /** Enables the shared IP on this appliance; of no effect while the shared IP follows the role. */
  public void enableSharedIp() {
    enableSharedIp(true);
  }

  /**
   * Disables the shared IP on this appliance; of no effect while the shared IP follows the role.
   */
  public void disableSharedIp() {
    enableSharedIp(false);
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
    var order = new FailoverRelation.RoleOrder(wanted, dataSyncFirst, force);
    return pair.locked(
        () -> {
          roleChangesReceived++;
          return pair.relation().setFailoverRole(this, order, pair.now());
        });
  }

  /**
   * Returns how many requests to change a role arrived here, whatever became of them: those that
   * were refused and those that met a fault are among them.
   */
  public int roleChangesReceived() {
    return pair.locked(() -> roleChangesReceived);
  }

  /**
   * Issues a token; the thirty-first of an account makes its oldest one invalid.
   *
   * @return the token; empty if there is no such account
   * @source D-AUTH, S-CFG
   */
  public Optional<String> issueToken(String clientId, String clientSecret) {
    return pair.locked(
        () ->
            pair.accountWith(clientId, clientSecret)
                .map(account -> tokens.issue(account.clientId(), pair.now())));
  }

  /** Returns how long a token is valid after it was issued. */
  public static Duration tokenLife() {
    return IssuedTokens.LIFE;
  }

  /**
   * Returns whether this appliance accepts the token now.
   *
   * @source assumed: a token is valid on the appliance that issued it, and a swap of roles does not
   *     end it; a setting of the pair
   */
  public boolean isTokenValid(String token) {
    boolean anywhere = pair.settings().tokensValidOnBoth();
    return pair.locked(
        () ->
            pair.appliances().stream()
                .filter(appliance -> anywhere || appliance == this)
                .anyMatch(appliance -> appliance.tokens.isValid(token, pair.now())));
  }

  /** Makes all tokens of this appliance invalid at once. */
  public void invalidateTokens() {
    pair.under(tokens::invalidateAll);
  }

  /**
   * Returns the backup file as it is now.
   *
   * @return the file; empty if this appliance is backup and the pair is set to give none then
   * @source D-BACKUP; assumed: whether an appliance gives one while it is backup
   */
  public Optional<SimulatedBackup> backup() {
    PairSettings settings = pair.settings();
    if (failoverRole() == FailoverRole.BACKUP && !settings.backupServesBackups()) {
      return Optional.empty();
    }
    long bytes = settings.backupBytes();
    var values = new SeededValues(settings.seed(), "backup " + label + " " + bytes);
    return Optional.of(new SimulatedBackup(values, bytes));
  }

  /**
   * Makes the next call misbehave, whatever it calls. Faults wait in order, and each is used up by
   * the first call that it fits.
   */
  public void misbehaves(ApplianceFault fault) {
    await(null, fault);
  }

  /** Makes the next call of this kind misbehave. */
  public void misbehaves(CallKind kind, ApplianceFault fault) {
    await(requireNonNull(kind, "kind"), fault);
  }

  /**
   * Hands out the fault that the call now arriving meets, and forgets it. For the front that takes
   * the calls.
   */
  public Optional<ApplianceFault> nextFault(CallKind kind) {
    return pair.locked(
        () -> {
          for (Iterator<WaitingFault> each = faults.iterator(); each.hasNext(); ) {
            WaitingFault waiting = each.next();
            if (waiting.kind() == null || waiting.kind() == kind) {
              each.remove();
              return Optional.of(waiting.fault());
            }
          }
          return Optional.empty();
        });
  }

  /** Remembers a call. For the front that takes the calls. */
  public void record(RecordedCall call) {
    requireNonNull(call, "call");
    pair.under(
        () -> {
          if (call.kind() == CallKind.SET_FAILOVER_ROLE && !call.carriedOut()) {
            roleChangesReceived++; // what was carried out was counted there
          }
          if (calls.size() == REMEMBERED_CALLS) {
            calls.removeFirst();
          }
          calls.add(call);
        });
  }

  /** Returns the calls that arrived here, the oldest one first. */
  public List<RecordedCall> recordedCalls() {
    return pair.locked(() -> List.copyOf(calls));
  }

  FailoverRole role() {
    return role;
  }

  boolean power() {
    return on;
  }

  void takeRole(FailoverRole next) {
    role = next;
  }

  void dataSyncSucceeded(Instant end) {
    syncTime = end;
    syncStatus = "success";
  }

  /** Keeps the time of the last sync that went well: that is how old the copy is. */
  void dataSyncFailed() {
    syncStatus = "failed";
  }

  private void power(boolean wanted) {
    pair.under(
        () -> {
          if (on != wanted) {
            on = wanted;
            tokens.invalidateAll();
            pair.noteChange();
          }
        });
  }

  private void enableSharedIp(boolean enabled) {
    pair.under(() -> sharedIpEnabled = enabled);
  }

  private void await(@Nullable CallKind kind, ApplianceFault fault) {
    WaitingFault waiting = new WaitingFault(kind, requireNonNull(fault, "fault"));
    pair.under(() -> faults.add(waiting));
  }

  private List<String> enabledSharedIps() {
    PairSettings settings = pair.settings();
    String ip = settings.sharedIp();
    boolean held = settings.sharedIpFollowsRole() ? role == FailoverRole.PRIMARY : sharedIpEnabled;
    return ip == null || settings.single() || !held ? List.of() : List.of(ip);
  }

  private @Nullable LastDataSync shownDataSync() {
    Instant time = syncTime;
    boolean shown = role == FailoverRole.PRIMARY || pair.settings().backupShowsDataSync();
    if (time == null || !shown) {
      return null;
    }
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return new LastDataSync(second, SYNC_TIME.format(second), syncStatus);
  }

  /** Returns the label and the id. */
  @Override
  public String toString() {
    return "SimulatedAppliance[" + label + ", " + id + "]";
  }

  private record WaitingFault(@Nullable CallKind kind, ApplianceFault fault) {}
}
