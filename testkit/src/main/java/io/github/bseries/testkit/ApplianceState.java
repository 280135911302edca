// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.LastDataSync;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one appliance is and has. The pair's lock guards it. */
final class ApplianceState {

  private static final int REMEMBERED_EVENTS = 1000;
  private static final Duration CACHE_LIFE = Duration.ofMinutes(1);

  private final PairMachine machine;
  private final String label;
  private final ApplianceId id;
  private final IssuedTokens tokens;
  private final SyncRecord sync;
  private final HeldData data = HeldData.initial();
  private final Set<IpAddress> knownIps = new LinkedHashSet<>();
  private final Set<IpAddress> enabledIps = new LinkedHashSet<>();
  private final Deque<StatusEvent> events = new ArrayDeque<>();
  private boolean on = true;
  private FailoverRole role;
  private FailoverRole lastSeenRoleOfPeer;
  private ApplianceVersion version;
  private Duration clockSkew = Duration.ZERO;
  private boolean ailing;
  private List<String> errorMessages = List.of();
  private BackupSettings backupSettings;
  private @Nullable ApplianceHealth cached;
  private Instant cachedUntil = Instant.MIN;

  ApplianceState(
      PairMachine machine, String label, FailoverRole role, BackupSettings backupSettings) {
    PairSettings settings = machine.settings();
    this.machine = machine;
    this.label = label;
    this.id = new ApplianceId(new SeededValues(settings.seed(), "id " + label).hex(32));
    this.tokens = new IssuedTokens(SeededValues.unrepeatable());
    this.sync = new SyncRecord(settings.assumptions());
    this.role = role;
    this.lastSeenRoleOfPeer = FailoverRole.NONE;
    this.version = settings.version();
    this.backupSettings = backupSettings;
    IpAddress shared = settings.sharedIp();
    if (shared != null && !settings.single()) {
      knownIps.add(shared);
      if (label.equals("a")) {
        enabledIps.add(shared);
      }
    }
  }

  String label() {
    return label;
  }

  ApplianceId id() {
    return id;
  }

  String hostName() {
    return "appliance-" + label;
  }

  IssuedTokens tokens() {
    return tokens;
  }

  SyncRecord sync() {
    return sync;
  }

  HeldData data() {
    return data;
  }

  boolean isOn() {
    return on;
  }

  /** Checks that people can do something on it. */
  void checkOn() {
    if (!on) {
      throw new IllegalStateException(label + " is off");
    }
  }

  FailoverRole role() {
    return role;
  }

  FailoverRole lastSeenRoleOfPeer() {
    return lastSeenRoleOfPeer;
  }

  void sees(FailoverRole roleOfPeer) {
    lastSeenRoleOfPeer = roleOfPeer;
  }

  ApplianceVersion version() {
    return version;
  }

  void version(ApplianceVersion next) {
    version = next;
    machine.note(this, "runs version " + next);
    machine.changed();
  }

  Duration clockSkew() {
    return clockSkew;
  }

  void clockSkew(Duration skew) {
    clockSkew = skew;
    machine.note(this, "has a clock that is wrong by " + skew);
  }

  Instant clock() {
    return machine.moment().plus(clockSkew);
  }

  BackupSettings backupSettings() {
    return backupSettings;
  }

  void backupSettings(BackupSettings settings) {
    backupSettings = settings;
    machine.note(this, "gets other backup settings");
    machine.changed();
  }

  boolean isAiling() {
    return ailing;
  }

  void ails(boolean wrong, List<String> messages) {
    ailing = wrong;
    errorMessages = messages;
    machine.note(this, wrong ? "ails: " + String.join("; ", messages) : "is well");
    machine.changed();
  }

  /** Switches it on or off; with the power, it loses what is not written down. */
  void power(boolean wanted) {
    if (on == wanted) {
      return;
    }
    on = wanted;
    cachedUntil = Instant.MIN;
    if (machine.assumes(AssumedBehaviour.TOKENS_END_WITH_POWER)) {
      tokens.invalidateAll();
    }
    machine.note(this, wanted ? "is switched on" : "is switched off");
    if (wanted && machine.assumes(AssumedBehaviour.YIELDS_TO_A_PRIMARY)) {
      yieldToPrimary();
    }
    machine.changed();
  }

  private void yieldToPrimary() {
    ApplianceState peer = machine.peerOf(this);
    boolean two = peer != null && role == FailoverRole.PRIMARY && peer.role() == role;
    if (two && machine.areInTouch()) {
      takeRole(FailoverRole.BACKUP, true);
    }
  }

  /** Plays another part from now on; the checked shared IPs come and go with it if they follow. */
  void takeRole(FailoverRole next, boolean sharedIpsFollow) {
    if (role == next) {
      return;
    }
    role = next;
    machine.note(this, next == FailoverRole.NONE ? "has no role" : "becomes " + next.literal());
    if (sharedIpsFollow) {
      moveSharedIps();
    }
    if (machine.assumes(AssumedBehaviour.TOKENS_END_WITH_ROLE)) {
      tokens.invalidateAll();
    }
    machine.changed();
  }

  /** Has the checked shared IPs be where its role wants them, though the role does not change. */
  void sharedIpsFollow() {
    Set<IpAddress> before = Set.copyOf(enabledIps);
    moveSharedIps();
    if (!before.equals(enabledIps)) {
      machine.note(this, "has its shared IPs follow its role");
      machine.changed();
    }
  }

  private void moveSharedIps() {
    if (role == FailoverRole.PRIMARY) {
      backupSettings.sharedIps().stream().filter(knownIps::contains).forEach(enabledIps::add);
    } else if (role == FailoverRole.BACKUP) {
      backupSettings.sharedIps().forEach(enabledIps::remove);
    }
  }

  List<IpAddress> knownIps() {
    return List.copyOf(knownIps);
  }

  List<IpAddress> enabledIps() {
    return List.copyOf(enabledIps);
  }

  boolean knows(IpAddress ip) {
    return knownIps.contains(ip);
  }

  boolean hasEnabled(IpAddress ip) {
    return enabledIps.contains(ip);
  }

  boolean hasAnyEnabled() {
    return !enabledIps.isEmpty();
  }

  void know(IpAddress ip, boolean known) {
    boolean changes = known ? knownIps.add(ip) : knownIps.remove(ip);
    if (changes) {
      enabledIps.retainAll(knownIps);
      machine.note(this, (known ? "knows " : "does not know ") + ip);
      machine.changed();
    }
  }

  void enable(IpAddress ip, boolean enabled) {
    boolean changes = enabled ? knownIps.contains(ip) && enabledIps.add(ip) : enabledIps.remove(ip);
    if (changes) {
      machine.note(this, (enabled ? "enables " : "disables ") + ip);
      machine.changed();
    }
  }

  /** Returns what it would say of itself now. */
  ApplianceHealth health() {
    List<String> messages = new ArrayList<>(errorMessages);
    List<String> troubles = List.of();
    if (machine.assumes(AssumedBehaviour.HEALTH_OF_THE_PAIR)) {
      troubles = PairTroubles.of(this, machine);
      messages.addAll(troubles);
    }
    return new ApplianceHealth(
        id,
        hostName(),
        version,
        !ailing && troubles.isEmpty(),
        messages,
        role,
        enabledIps.stream().map(IpAddress::text).toList(),
        toldDataSync());
  }

  /** Returns what it says when it is asked, which may be old. */
  ApplianceHealth answeredHealth() {
    ApplianceHealth known = cached;
    if (known != null && machine.moment().isBefore(cachedUntil)) {
      return known;
    }
    ApplianceHealth fresh = health();
    if (machine.assumes(AssumedBehaviour.HEALTH_IS_CACHED)) {
      cached = fresh;
      cachedUntil = machine.moment().plus(CACHE_LIFE);
    }
    return fresh;
  }

  void remember(String text) {
    if (events.size() == REMEMBERED_EVENTS) {
      events.removeFirst();
    }
    events.add(new StatusEvent(clock(), text));
  }

  List<StatusEvent> events() {
    return List.copyOf(events);
  }

  private @Nullable LastDataSync toldDataSync() {
    boolean told =
        role == FailoverRole.PRIMARY
            || (role == FailoverRole.BACKUP && machine.assumes(AssumedBehaviour.BOTH_TELL_SYNC));
    return told ? sync.told() : null;
  }
}
