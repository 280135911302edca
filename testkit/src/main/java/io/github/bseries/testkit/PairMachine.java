// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All parts of a pair, wired together: what follows from a change is done by {@link #changed}. The
 * pair's lock guards it.
 */
final class PairMachine {

  private final PairSettings settings;
  private final Schedule schedule;
  private final Timeline timeline = new Timeline();
  private final Map<String, LinkState> links = new TreeMap<>();
  private final HeldData everything = HeldData.initial();
  private final PairFaults faults;
  private final ApplianceState a;
  private final @Nullable ApplianceState b;
  private final DataSyncs syncs;
  private final FailoverRelation relation;
  private final TakeoverWatch takeovers;
  private final SiteRoute site;
  private final UserSessions sessions;
  private final OutcomeMeter meter;
  private int lastItem;
  private long changeCount;
  private long takenCount;

  PairMachine(PairSettings settings) {
    this.settings = settings;
    Instant start = settings.time().instant();
    this.schedule = new Schedule(start);
    this.faults = new PairFaults(new SeededValues(settings.seed(), "faults"));
    boolean paired = !settings.single() && settings.established();
    this.a =
        new ApplianceState(
            this,
            "a",
            paired ? FailoverRole.PRIMARY : FailoverRole.NONE,
            settings.backupSettingsOfA());
    this.b =
        settings.single()
            ? null
            : new ApplianceState(
                this,
                "b",
                paired ? FailoverRole.BACKUP : FailoverRole.NONE,
                settings.backupSettingsOfB());
    this.syncs = new DataSyncs(this);
    this.relation = new FailoverRelation(this);
    this.takeovers = new TakeoverWatch(this);
    this.site = new SiteRoute(this);
    this.sessions = new UserSessions(this);
    this.meter = new OutcomeMeter(this, start);
    if (paired) {
      syncs.remember(start.minus(settings.lastDataSyncAge()));
    }
    timeline.add(start, "pair", "begins with " + settings.assumptions());
    changed();
    changeCount = 0; // nobody needs to be told of the beginning
    sessions.begin();
  }

  PairSettings settings() {
    return settings;
  }

  boolean assumes(AssumedBehaviour behaviour) {
    return settings.assumptions().include(behaviour);
  }

  Schedule schedule() {
    return schedule;
  }

  Instant moment() {
    return schedule.moment();
  }

  ApplianceState a() {
    return a;
  }

  /** Returns both, or the single one. */
  List<ApplianceState> appliances() {
    ApplianceState other = b;
    return other == null ? List.of(a) : List.of(a, other);
  }

  @Nullable ApplianceState peerOf(ApplianceState appliance) {
    return appliance == a ? b : a;
  }

  DataSyncs syncs() {
    return syncs;
  }

  FailoverRelation relation() {
    return relation;
  }

  TakeoverWatch takeovers() {
    return takeovers;
  }

  SiteRoute site() {
    return site;
  }

  UserSessions sessions() {
    return sessions;
  }

  PairFaults faults() {
    return faults;
  }

  /** Returns all items that ever were. */
  HeldData everything() {
    return everything;
  }

  /** Makes a new item of data on this appliance. */
  int create(ApplianceState on, String kind) {
    int item = ++lastItem;
    on.data().add(kind, item);
    everything.add(kind, item);
    return item;
  }

  /** Returns the links that are not up, by their names. */
  Map<SimulatedLink, LinkState> disturbedLinks() {
    Map<SimulatedLink, LinkState> disturbed = new LinkedHashMap<>();
    links.forEach(
        (name, state) -> {
          if (state != LinkState.UP) {
            disturbed.put(new SimulatedLink(name), state);
          }
        });
    return Collections.unmodifiableMap(disturbed);
  }

  LinkState link(SimulatedLink link) {
    return links.getOrDefault(link.name(), LinkState.UP);
  }

  void link(SimulatedLink link, LinkState state) {
    if (link(link) != state) {
      links.put(link.name(), state);
      timeline.add(moment(), "link", link.name() + " is " + words().get(state));
      changed();
    }
  }

  /** Returns whether the two can talk to each other. */
  boolean areInTouch() {
    ApplianceState other = b;
    return other != null && a.isOn() && other.isOn() && link(SimulatedLink.PEERS).carries();
  }

  /** Returns whether users who reach this appliance are served by it. */
  boolean serves(ApplianceState appliance) {
    return appliance.isOn()
        && appliance.role() != FailoverRole.BACKUP
        && !syncs.disconnectsUsersOf(appliance);
  }

  void note(ApplianceState appliance, String what) {
    timeline.add(moment(), appliance.label(), what);
    appliance.remember(what);
  }

  void note(String who, String what) {
    timeline.add(moment(), who, what);
  }

  Timeline timeline() {
    return timeline;
  }

  PairOutcome outcome() {
    return meter.outcome();
  }

  /** Does what follows from a change of anything; called at each single change. */
  void changed() {
    changeCount++;
    ApplianceState other = b;
    if (other != null && areInTouch()) {
      a.sees(other.role());
      other.sees(a.role());
    }
    relation.review();
    syncs.review();
    site.review();
    sessions.review();
    takeovers.review();
    meter.review();
  }

  /** Returns how many changes there have been. */
  long changeCount() {
    return changeCount;
  }

  /** Returns how many changes there have been, or 0 if none is new since it was asked last. */
  long takeNews() {
    boolean any = takenCount < changeCount;
    takenCount = changeCount;
    return any ? changeCount : 0;
  }

  private static Map<LinkState, String> words() {
    Map<LinkState, String> words = new EnumMap<>(LinkState.class);
    words.put(LinkState.UP, "up");
    words.put(LinkState.SLOW, "slow");
    words.put(LinkState.STALLED, "stalled");
    words.put(LinkState.CUT, "cut");
    return words;
  }
}
